def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('[Heapwright/BrokenPackage] own-allocator-unseen-1.0.jar binds the heap of com.acme:own-allocator-unseen to the wrong allocator')
assert log.contains("""
    required: com.acme.pool.PoolAllocator
    found:    dev.heapwright.system.SystemAllocator, by com.acme.own_allocator_unseen.heapwright.HeapwrightBinding
  help: bind did not see that allocator in the module's sources: the plugin that adds or generates
        them ran later. Run it before bind, by its phase or its place in the build, or move the
        allocator to a separate module, and depend on that
""")
assert !log.contains('TwoAllocators')
