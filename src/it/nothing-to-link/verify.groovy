def log = new File(basedir, 'build.log').text
assert log.contains('kind: application')
assert log.contains('not bound: nothing here needs an allocator')
assert log.contains('needs no allocator')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()
assert !log.contains('heapwright-system')
