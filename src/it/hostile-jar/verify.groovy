def log = new File(basedir, 'build.log').text
def mismatch = { String artifact, String reason, String entry ->
    // In the log, and again at the end of the build.
    assert log.count("[Heapwright/MarkerMismatch] a marker in com.acme:${artifact}:1.0 is not to be believed: ${reason}") == 2
    assert log.contains("${artifact}-1.0.jar!/META-INF/heapwright/${entry}")
}
mismatch('bomb', 'its class file cannot be read: it is larger than 16777216 bytes', 'allocator/com.acme.Bomb')
mismatch('doubled', 'it is there several times, and it is luck which of them is read', 'allocator/com.acme.Double')
mismatch('forged', "'com.acme.?[INFO] bound to com.acme.Forged' is not the name of a class in a package", 'allocator/com.acme.?[INFO]')
mismatch('many', 'there are 5000 of them, and no artifact has more than 1000', '')
assert !log.readLines().any { it.startsWith('[INFO] bound to') }
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()
