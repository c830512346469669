def log = new File(basedir, 'build.log').text
assert log.count('Found cached build, restoring') == 1
assert log.count('Building jar') == 1
assert !new File(basedir, 'target/classes/com/acme/Main.class').exists()
assert log.count('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)') == 2
