def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
def stale = '[Heapwright/MarkerMismatch] a marker in com.acme:stale-marker:1.0 is not to be believed: '
assert log.contains(stale + 'the class is not there')
assert log.contains(stale + 'nothing of that name is annotated @NeedsAllocator')
assert log.contains('build that artifact anew from clean')
