def log = new File(basedir, 'build.log').text

// The output of the programs.
assert log.readLines().findAll { it.startsWith('  bound to ') } == [
        "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.mimalloc.MimallocAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.guarded.GuardedAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.hardened.HardenedAllocator ${heapwrightVersion} (linked explicitly)"]
        .collect { it.toString() }
assert (log =~ /jdk-index: [\d,]{5,} class files of Java 25/).count == 4
// There are no warnings from the JVM, or from jemalloc, which begin with <jemalloc>.
assert !log.readLines().any { it.startsWith('WARNING: ') || it.startsWith('<jemalloc>') }
for (allocator in ['jemalloc', 'mimalloc']) {
    // The library, and the note that it was verified.
    def extracted = new File(basedir, "jdk-index-${allocator}/target/natives").list().sort()
    assert extracted.length == 2 && extracted[0].contains(allocator) && extracted[1] == extracted[0] + '.verified'
}
