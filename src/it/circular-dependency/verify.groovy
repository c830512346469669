def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[10,22] [Heapwright/CircularDependency] circular dependency: allocator com.acme.PoolAllocator uses dev.heapwright.heap.Heap, which needs an allocator')
assert log.contains('''com.acme.PoolAllocator.allocate(long, long)
      -> com.acme.Chunks.take(long, long)
      -> dev.heapwright.heap.Heap.allocate(long, long) (needs an allocator)
      -> com.acme.PoolAllocator
''')
