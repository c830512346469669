def log = new File(basedir, 'build.log').text
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)'
assert log.contains('bound to ' + binding)
assert log.contains('read 42, bound to ' + binding)
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')


// The misspelled property, once.
assert log.count('the property heapwright.applicationAlocator has no effect; did you mean heapwright.applicationAllocator?') == 1
