def log = new File(basedir, 'build.log').text
assert log.count('[Heapwright/MarkerMismatch] a marker in com.acme:hostile:1.0 is not to be believed') == 6
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Evil')
assert log.contains("hostile-1.0.jar!/META-INF/heapwright/allocator/../../../../evil")
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Absent')
assert log.contains('the class is not there')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()
