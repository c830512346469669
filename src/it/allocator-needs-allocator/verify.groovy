def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[8,14] [Heapwright/AllocatorNeedsAllocator] allocator com.acme.PoolAllocator needs an allocator itself: it is annotated @NeedsAllocator')
