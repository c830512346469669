def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/AllocatorNeedsAllocator] circular dependency: allocator com.acme.PoolAllocator needs an allocator: the package com.acme is annotated @NeedsAllocator')
