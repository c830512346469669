def log = new File(basedir, 'build.log').text
def readme = new File(docs, '../README.md').text

// README.md shows these files and this log.
def files = ['counting-allocator/pom.xml', 'counting-allocator/src/main/java/com/acme/CountingAllocator.java',
             'hello/pom.xml', 'hello/src/main/java/com/acme/Main.java'].collect { new File(basedir, it).text }
def shown = { String language -> (readme =~ /(?ms)^```${language}\n(.*?)^```$/).collect { it[1] } }
assert shown('java').size() == 2 && shown('xml').size() == 4
for (block in shown('java') + shown('xml')) {
    assert files.any { it.contains(block) } : block
}

def printed = shown('text').findAll { it.contains('CountingAllocator 1.0 (linked explicitly)') }
assert printed.size() == 2
for (text in printed) {
    assert log.normalize().contains(text)
}
