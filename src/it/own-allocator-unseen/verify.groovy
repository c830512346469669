def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('[Heapwright/BrokenPackage] own-allocator-unseen-1.0.jar binds the heap of com.acme:own-allocator-unseen to another allocator')
assert log.contains("""
    required: com.acme.pool.PoolAllocator
    found:    dev.heapwright.system.SystemAllocator, by com.acme.own_allocator_unseen.heapwright.HeapwrightBinding
  help: bind has not seen that allocator in the module's sources: whatever adds or generates
        them ran later. Have it run before, by its phase or its place in the build; or move the
        allocator to a module of its own, and depend on that
""")
assert !log.contains('TwoAllocators')
