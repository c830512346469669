def log = new File(basedir, 'build.log').text.normalize()

// docs/kotlin.md shows this log; an ellipsis stands for a version.
def shown = (new File(docs, 'kotlin.md').text =~ /(?ms)^<!-- compared by: src\/it\/kotlin-own-allocator\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 1
assert log =~ shown[0].split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
assert (log =~ /(?m)^\[ERROR\] \[Heapwright\/(\w+)\]/).collect { it[1] } == ['UncompiledGlue']
