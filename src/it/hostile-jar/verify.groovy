def log = new File(basedir, 'build.log').text
def mismatch = { String artifact, String reason, String entry ->
    // In the log, and again at the end of the build.
    assert log.count("[Heapwright/MarkerMismatch] com.acme:${artifact}:1.0 has an invalid Heapwright marker: ${reason}") == 2
    assert log.contains("${artifact}-1.0.jar!/META-INF/heapwright/${entry}")
}
mismatch('bomb', 'its class file cannot be read: it is larger than 16777216 bytes', 'allocator/com.acme.Bomb')
mismatch('doubled', 'it occurs more than once; which copy is read is undefined', 'allocator/com.acme.Double')
mismatch('forged', "'com.acme.?[INFO] bound to com.acme.Forged' is not the name of a class in a package", 'allocator/com.acme.?[INFO]')
mismatch('many', 'there are 5000 markers; the limit is 1000', '')
assert !log.readLines().any { it.startsWith('[INFO] bound to') }
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()
