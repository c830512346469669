def log = new File(basedir, 'build.log').text
assert log.contains('PoolAllocator.java:[9,33] [Heapwright/WrongSignature] '
        + 'com.acme.PoolAllocator.allocate: parameter size is int, must be long')
assert log.contains('+ public static long allocate(long size, long align)')
assert log.contains('- public static long allocate(int size, long align)')
assert !new File(basedir, 'target/classes/META-INF/heapwright').exists()
