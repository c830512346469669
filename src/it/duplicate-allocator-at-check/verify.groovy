def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/DuplicateAllocator] module com.acme:duplicate-allocator-at-check has 2 @Allocator classes; only one is allowed')
assert log =~ /(?m)^\[ERROR\].*DuplicateAllocator.*\R +com\.acme\.DebugAllocator\R +com\.acme\.PoolAllocator$/
assert !log.contains('TwoAllocators')
