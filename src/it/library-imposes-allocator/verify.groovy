def log = new File(basedir, 'build.log').text

// The page shows the output; an ellipsis there stands for what differs between machines.
def page = new File(docs, 'diagnostics/LibraryImposesAllocator.md').text
def shown = (page =~ /(?ms)^## Message\n.*?^```text\n(.*?)\n```/)[0][1]
assert log.normalize() =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
assert log.contains('[WARNING] [Heapwright/LibraryImposesAllocator]')
