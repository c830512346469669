def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/CircularDependency] allocator com.acme.PoolAllocator needs an allocator itself')
assert log.contains('com.acme.PoolAllocator -> com.acme.Chunks -> dev.heapwright.heap.Heap (needs an allocator)')
