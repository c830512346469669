def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] bound to dev.heapwright.system.SystemAllocator (inherited from com.acme:first:1.0)')
assert log.contains('[WARNING]   not checked: the glue comes from com.acme:first:1.0; set checked in that build')
assert log.contains('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)')
