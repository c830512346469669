def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[6,17] [Heapwright/NotAnAllocatorClass] com.acme.PoolAllocator cannot be an allocator: it is abstract')
