def log = new File(basedir, 'build.log').text
def classes = new File(basedir, 'target/classes')
assert log.contains('verified: not bound')
assert !log.contains('[Heapwright/')
assert new File(classes, 'com/acme/AutoValue_Page.class').exists()
assert new File(classes, 'com/acme/RangeMapperImpl.class').exists()
assert new File(classes, 'META-INF/heapwright/allocator/com.acme.PoolAllocator').exists()
