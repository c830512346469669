def lines = new File(basedir, 'build.log').readLines()

// The output of the programs.
assert lines.findAll { it.startsWith('  bound to ') }.toSorted() == [
        "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)",
        "  bound to dev.heapwright.mimalloc.MimallocAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (linked explicitly)"]
        .collect { it.toString() }
assert lines.count { it ==~ /arena-words: [\d,]{5,} class files of Java 25.*, an arena each/ } == 3
// Whatever the allocator, the words are the same.
def words = lines.findAll { it ==~ /  [\d,]{7,} words, [\d,]{5,} different ones: (\w+ [\d,]+(, )?){8}/ }
assert words.size() == 3 && words.toSet().size() == 1
assert lines.count { it ==~ /  counted by 4 threads in \d+\.\d\d s/ } == 3
def resident = System.getProperty('os.name') == 'Linux' ? /\d+ MiB, at most \d+ MiB/ : /not known on .+/
assert lines.count { it ==~ /  resident set: ${resident}/ } == 3
// There are no warnings from the JVM, or from jemalloc, which begin with <jemalloc>.
assert !lines.any { it.startsWith('WARNING: ') || it.startsWith('<jemalloc>') }
