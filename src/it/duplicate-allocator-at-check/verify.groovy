def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/DuplicateAllocator] com.acme:duplicate-allocator-at-check has 2 allocators, a module has 1')
assert log =~ /(?m)^\[ERROR\].*DuplicateAllocator.*\R +com\.acme\.DebugAllocator\R +com\.acme\.PoolAllocator$/
assert !log.contains('TwoAllocators')
