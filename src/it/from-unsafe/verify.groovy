def log = new File(basedir, 'build.log').text.normalize()
// The tests pass on Unsafe, and in the second attempt; what is found then, is found when the JVM ends.
assert log.readLines().count { it.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') && !it.contains('Time elapsed') } == 2
assert log.findAll(/(?<=\[Heapwright\/)\w+/) as Set == ['BlockMismatch', 'Leak'] as Set

// docs/from-unsafe.md shows this log.
def shown = (new File(docs, 'from-unsafe.md').text =~ /(?ms)^<!-- compared by: src\/it\/from-unsafe\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert shown.size() == 2
for (text in shown) {
    def pattern = text.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
    assert log =~ pattern : text
}
