def log = new File(basedir, 'build.log').text
assert log.contains('verified: not bound')
assert new File(basedir, 'target/classes/META-INF/heapwright/needs-allocator/com.acme.Index').file
