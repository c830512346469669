assert !new File(basedir, 'build.log').text.contains('[Heapwright/')
assert new File(basedir, 'target/classes/META-INF/heapwright/allocator/com.acme.PoolAllocator').exists()
