def log = new File(basedir, 'build.log').text.normalize()
assert !log.contains('[Heapwright/') && !log.contains('[WARNING]')
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')

// docs/from-unsafe.md shows this log.
def shown = (new File(docs, 'from-unsafe.md').text =~ /(?ms)^<!-- compared by: src\/it\/from-unsafe-fixed\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert shown.size() == 1
assert log.contains(shown[0])
