def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/CircularDependency] circular dependency: allocator com.acme.PoolAllocator uses dev.heapwright.heap.Heap, which needs an allocator')
assert log.contains('com.acme.PoolAllocator -> com.acme.Chunks -> dev.heapwright.heap.Heap (needs an allocator)')
