def log = new File(basedir, 'build.log').text.normalize()
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (linked explicitly, observed, limit 64m)'
assert log.contains('[INFO] bound to ' + binding)
assert log.readLines().count { it == 'bound to ' + binding } == 2
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')

// The leak: 20,000 blocks of 1024 bytes in between, of which some 40 are sampled.
def growth = (log =~ /(?m)^(\d+) bytes in (\d+) blocks\n  at com\.acme\.Sessions\.open\(Sessions\.java:18\)\n  at com\.acme\.Sessions\.serve\(Sessions\.java:10\)\n  at com\.acme\.Main\.main\(Main\.java:16\)$/)
assert growth.find()
assert (5_000_000L..60_000_000L).contains(growth.group(1) as long)
assert log.contains('\nHeapCounts[allocatedBytes=307200000, freedBytes=276480000]\n')

// The limits of the build and of the start.
assert (log =~ /limit 64m of this program/).count == 1
assert (log =~ /limit 32m of this program/).count == 1

// What the JFR printed when the recording ended.
assert log.contains('dev.heapwright.LiveSite {')
assert log =~ /(?m)^  site = "at com\.acme\.Sessions\.open\(Sessions\.java:18\)/

// docs/observed.md shows this log.
def shown = (new File(docs, 'observed.md').text =~ /(?ms)^<!-- compared by: src\/it\/observed-glue\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert shown.size() == 4
for (text in shown) {
    def pattern = text.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
    assert log =~ pattern : text
}
