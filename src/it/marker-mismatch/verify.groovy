def log = new File(basedir, 'build.log').text
// Each is told in the log, and again at the end of the build.
assert log.count('[Heapwright/MarkerMismatch] com.acme:hostile:1.0 has an invalid Heapwright marker') == 6
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Evil')
assert log.contains("hostile-1.0.jar!/META-INF/heapwright/allocator/../../../../evil")
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Absent')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()

// The page shows what is printed; an ellipsis there stands for what differs from machine to machine.
def page = new File(docs, 'diagnostics/MarkerMismatch.md').text
def shown = (page =~ /(?ms)^## Message\n.*?^```text\n(.*?)\n```/)[0][1]
assert log.normalize() =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
