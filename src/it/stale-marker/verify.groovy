def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains(':check (default)')
def stale = '[Heapwright/MarkerMismatch] com.acme:stale-marker:1.0 has an invalid Heapwright marker: '
assert log.contains(stale + 'the class does not exist')
assert log.contains(stale + 'no class, package or module of that name is annotated @NeedsAllocator')
assert log.contains('rebuild that artifact from clean')
