def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('verified: bound only to com.acme.CountingAllocator')
assert !log.contains('[Heapwright/')
// kapt has run the processor.
assert new File(basedir, 'allocator/target/classes/META-INF/heapwright/allocator/com.acme.CountingAllocator').isFile()

// docs/kotlin.md shows this log; an ellipsis stands for the lines between.
def shown = (new File(docs, 'kotlin.md').text =~ /(?ms)^<!-- compared by: src\/it\/kotlin\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 1
assert log =~ '(?s)' + shown[0].split('\n…\n', -1).collect { java.util.regex.Pattern.quote(it) }.join('\n.*\n')
