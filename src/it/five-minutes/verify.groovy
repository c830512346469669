import java.util.regex.Pattern

// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.normalize().replace('[INFO] [stdout] ', '')

// An ellipsis stands for what is left out, and an arrow is what the log's encoding has for it.
def shown = new File(docs, '../README.md').text.normalize() =~
        /(?ms)^<!-- compared by: src\/it\/five-minutes\/verify\.groovy -->\n```text\n(.*?)\n```$/
assert shown.size() == 4
shown.each {
    def pattern = it[1].replace('→', '…').split('…', -1).collect { part -> Pattern.quote(part) }.join('(?s:.*)')
    assert log =~ pattern : it[1]
}
assert log.count('read 42, bound to ') == 2
assert new File(basedir, 'counting-allocator/target/classes/META-INF/heapwright/allocator/com.acme.CountingAllocator').isFile()
