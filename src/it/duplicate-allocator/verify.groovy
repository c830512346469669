def log = new File(basedir, 'build.log').text
assert log.contains('DebugAllocator.java:[6,14] [Heapwright/DuplicateAllocator] com.acme.DebugAllocator: module has 2 @Allocator classes; only one is allowed')
assert log.contains('also annotated @Allocator: com.acme.PoolAllocator (PoolAllocator.java:5)')
assert !log.contains('[Heapwright/DuplicateAllocator] com.acme.PoolAllocator')
