def log = new File(basedir, 'build.log').text
assert log.contains('checked: bound to dev.heapwright.system.SystemAllocator and nothing else')
assert log.contains('read 42')
