def log = new File(basedir, 'build.log').text
assert log.contains('[Heapwright/BrokenPackage] the jar of com.acme:broken-package registers glue that its marker does not name')
assert log.contains('broken-package-1.0.jar')
assert log.contains('META-INF/services/dev.heapwright.heap.Binding lists nothing')
assert log.contains('the marker names com.acme.broken_package.heapwright.HeapwrightBinding')
