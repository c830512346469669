def log = new File(basedir, 'build.log').text
def printed = { String pattern -> log.readLines().findAll { it ==~ pattern } }

assert printed('  bound to .*') == [
        "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)",
        "  bound to dev.heapwright.mimalloc.MimallocAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (linked explicitly)"]
        .collect { it.toString() }

// Whatever the allocator, the JDK and the totals are the same.
def same = { List<String> lines, int each ->
    assert lines.size() == 3 * each
    assert lines.collate(each).toSet().size() == 1
}
same(printed(/arrow-columns: [\d,]{5,} class files of Java 25.*, [\d,]+ modules, [\d,]+ packages/), 1)
same(printed(/  in \d+ batches, a file of [\d,]{7,} bytes/), 1)
same(printed(/  [a-z.]+( +[\d,]+){7}/), 16)
same(printed(/  [\d,]{7,} bytes of Arrow's memory at its peak/), 1)
assert printed(/  java\.base .*/).size() == 3

def resident = printed(/  resident set: .*/)
assert resident.size() == 3
if (new File('/proc/self/status').exists()) {
    assert resident.every { it ==~ /  resident set: \d+\.\d MiB, \d+\.\d MiB at its peak/ }
}
// Neither the JVM nor Arrow prints a warning.
assert printed(/(WARNING: |SLF4J).*/).isEmpty()
