def log = new File(basedir, 'build.log').text
// Each is reported in the log, and again at the end of the build.
assert log.count('[Heapwright/MarkerMismatch] com.acme:hostile:1.0 has an invalid Heapwright marker') == 6
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Evil')
assert log.contains("hostile-1.0.jar!/META-INF/heapwright/allocator/../../../../evil")
assert log.contains('hostile-1.0.jar!/META-INF/heapwright/allocator/com.acme.Absent')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()

// The page shows the output; an ellipsis there stands for what differs between machines.
def page = new File(docs, 'diagnostics/MarkerMismatch.md').text
def shown = (page =~ /(?ms)^## Message\n.*?^```text\n(.*?)\n```/)[0][1]
assert log.normalize() =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
