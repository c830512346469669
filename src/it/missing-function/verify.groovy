def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[6,14] [Heapwright/MissingFunction] '
        + "allocator com.acme.PoolAllocator is missing 2 required functions")
assert log.contains('public static long reallocate(long address, long oldSize, long size, long align)')
assert log.contains('public static long usableSize(long size, long align)')
assert !new File(basedir, 'target/classes/META-INF/heapwright').exists()
