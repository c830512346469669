def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':audit (audit)')

// The page shows what is printed; an ellipsis there stands for what differs from machine to machine.
def page = new File(docs, 'diagnostics/UngovernedMemory.md').text
def shown = (page =~ /(?ms)^## Message\n.*?^```text\n(.*?)\n```/)[0][1]
assert log.normalize() =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
