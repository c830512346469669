def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')

// Printed by the bundle in an OSGi container.
assert log.contains("\ndev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for a hosted artifact)\n")
