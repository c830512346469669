def log = new File(basedir, 'build.log').text
def binding = 'dev.heapwright.jemalloc.JemallocAllocator ' + heapwrightVersion + ' (linked explicitly)'
assert log.contains('read 42, bound to ' + binding)
assert log.contains('verified: bound only to dev.heapwright.jemalloc.JemallocAllocator')
