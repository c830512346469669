def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
assert log.contains('[Heapwright/AllocatorNeedsAllocator] allocator com.acme.PoolAllocator needs an allocator itself: the package com.acme is annotated @NeedsAllocator')
