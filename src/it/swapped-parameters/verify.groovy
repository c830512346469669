def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[9,38] [Heapwright/SwappedParameters]')
assert log.contains('BUILD SUCCESS')
assert new File(basedir, 'target/classes/META-INF/heapwright/allocator/com.acme.PoolAllocator').exists()
