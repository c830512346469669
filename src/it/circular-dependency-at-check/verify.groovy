def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/CircularDependency] circular dependency: allocator com.acme.PoolAllocator uses dev.heapwright.heap.Heap, which needs an allocator')
assert log =~ '''com.acme.PoolAllocator.allocate\\(long, long\\)
    -> com.acme.Chunks.take\\(long, long\\)
    -> dev.heapwright.heap.Heap.allocate\\(long, long\\) in dev.heapwright:heapwright-heap:\\S+ \\(needs an allocator\\)
    -> com.acme.PoolAllocator
'''
