def log = new File(basedir, 'build.log').text
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (linked explicitly)'
assert log.contains('bound to ' + binding)
assert log.contains('read 42, bound to ' + binding)
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')
