// As a module of main-path, in which io and pool are those of two-allocators.
def log = new File(basedir, 'build.log').text
assert log.contains('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (linked explicitly)')
