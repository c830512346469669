def markers = new File(basedir, 'target/classes/META-INF/heapwright')
assert new File(markers, 'allocator/com.acme.PoolAllocator').exists()
assert new File(markers, 'needs-allocator/com.acme.io').exists()
assert new File(basedir, 'build.log').text.contains('verified: not bound')
