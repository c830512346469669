def log = new File(basedir, 'build.log').text.normalize()
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (linked explicitly, checked)'
assert log.contains('[INFO] bound to ' + binding)
assert log.readLines().findAll { it == 'bound to ' + binding }.size() == 5
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')

// The messages of each run; the first did nothing wrong, and those of the last appear when Maven ends.
assert (log =~ /\[Heapwright\/(\w+)\]/).collect { it[1] } == ['DoubleFree', 'Overrun', 'Leak', 'Leak']
assert log.contains('\n      at com.acme.Main.main(Main.java:11)\n    freed\n      at com.acme.Main.main(Main.java:14)\n')

// docs/checked.md shows this log.
def shown = (new File(docs, 'checked.md').text =~ /(?ms)^<!-- compared by: src\/it\/checked-glue\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert shown.size() == 2
for (text in shown) {
    def pattern = text.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
    assert log =~ pattern : text
}
