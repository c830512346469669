def log = new File(basedir, 'build.log').text
assert log.contains('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (linked explicitly)')
