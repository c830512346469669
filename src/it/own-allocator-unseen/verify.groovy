def log = new File(basedir, 'build.log').text.normalize()
assert log.contains("""[Heapwright/UncompiledGlue] the glue of com.acme:own-allocator-unseen is not for what it runs with now
    it binds to:  dev.heapwright.system.SystemAllocator of dev.heapwright:heapwright-allocators:${heapwrightVersion}
    must bind to: com.acme.pool.PoolAllocator of com.acme:own-allocator-unseen:1.0
  help: bind did not see that allocator in the module's sources: they are not in Java, or the plugin
        that adds or generates them ran later. Run it before bind, by its phase or its place in the
        build, or move the allocator to a separate module, and depend on that
""")
assert !log.contains('TwoAllocators')
