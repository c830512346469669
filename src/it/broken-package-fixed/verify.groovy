def log = new File(basedir, 'build.log').text
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')
assert log.contains('read 42')
