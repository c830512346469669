def log = new File(basedir, 'build.log').text
for (allocator in ['com.acme.CountingAllocator', 'com.acme.Main$Pool']) {
    def binding = allocator + ' 1.0 (linked explicitly)'
    assert log.contains('[INFO] bound to ' + binding)
    // One block was allocated and freed, and the allocator itself has counted both.
    assert log.contains('counted 1 + 1, bound to ' + binding)
    assert log.contains('verified: bound only to ' + allocator)
}
assert log.contains('[INFO] not followed: com.acme.CountingAllocator (static initialiser) calls Class.forName with names that are not constants')
