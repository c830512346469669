def log = new File(basedir, 'build.log').text.normalize()
// All tests pass; findings at exit fail the build, both from two parallel JVMs and from failsafe's single one.
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')
assert (log =~ /(?m)^\[ERROR\] \[Heapwright\/(\w+)\]/).collect { it[1] } as Set == ['Leak', 'UseAfterFree', 'Overrun'] as Set
assert log.contains('\n      at com.acme.index.LeakTest.hasABlock(LeakTest.java:11)\n')

def folder = new File(basedir, 'lib/target/heapwright-checked')
def reports = folder.listFiles()
assert reports.length == 2 && reports.every { it.name.endsWith('.txt') && it.size() > 0 }
assert reports.every { log.contains("\n    at ${it.canonicalPath}\n") }
// It is also in the log where the JVM ended, as surefire passes on its output.
assert reports.every { log.contains(it.text.readLines()[0]) }

// docs/checked.md shows this log.
def shown = (new File(docs, 'checked.md').text =~ /(?ms)^<!-- compared by: src\/it\/checked-tests\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert shown.size() == 1
def pattern = shown[0].split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
assert log =~ pattern : shown[0]
