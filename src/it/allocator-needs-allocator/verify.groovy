def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[7,1] [Heapwright/AllocatorNeedsAllocator] circular dependency: allocator com.acme.PoolAllocator needs an allocator: it is annotated @NeedsAllocator')
