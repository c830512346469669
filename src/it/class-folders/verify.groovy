def log = new File(basedir, 'build.log').text
def binding = 'bound to com.acme.CountingAllocator 1.0 (linked explicitly)'
assert log.count('[INFO] ' + binding) == 3
assert log.count('read 42, ' + binding) == 3
assert log.count('verified: bound only to com.acme.CountingAllocator') == 2
// The first program ran before any jar existed.
assert log.indexOf('read 42') < log.indexOf('Building jar')
