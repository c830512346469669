def log = new File(basedir, 'build.log').text
assert log.contains('verified: not bound')
assert new File(basedir, 'target/classes/META-INF/heapwright/allocator/com.acme.PoolAllocator').text ==
        'contract=1\nname=com.acme.PoolAllocator\n'
