def log = new File(basedir, 'build.log').text
// The first is bound by default, to an allocator that its POM does not list.
assert log.contains('bound to dev.heapwright.system.SystemAllocator (inherited from com.acme:first:1.0)')
assert log.contains('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)')
assert log.contains('verified: bound to dev.heapwright.system.SystemAllocator by com.acme:first:1.0')
assert !new File(basedir, 'app/target/generated-sources/heapwright').exists()
