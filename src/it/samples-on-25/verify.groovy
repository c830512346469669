def log = new File(basedir, 'build.log').text

def bound(String program, String binding, String allocator) {
    def log = new File(basedir, 'build.log').text
    assert log.contains('bound to ' + binding)
    // Of the classes that any marker names as an allocator, only the bound one was loaded.
    def loaded = new File(basedir, "sample-projects/${program}/target/classes.log").readLines()
            .findAll { it =~ /(dev\.heapwright\.system\.SystemAllocator|dev\.heapwright\.jemalloc\.JemallocAllocator|com\.example\.slab\.SlabAllocator) source:/ }
    assert loaded.size() == 1
    assert loaded[0].contains(allocator)
}

// The output of the program.
def printed = log.readLines().findAll { it.startsWith('  bound to ') }
assert printed == [
        "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)",
        '  bound to com.example.slab.SlabAllocator 1.0-SNAPSHOT (linked explicitly)'].collect { it.toString() }
assert log =~ /jdk-index: [\d,]{5,} class files of Java 25/
bound('jdk-index', "dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)", 'JemallocAllocator')
bound('jdk-index-slab', 'com.example.slab.SlabAllocator 1.0-SNAPSHOT (linked explicitly)', 'SlabAllocator')

// README.md shows the output of both; the figures there are from one machine.
def shown = (new File(sampleProjects, '../README.md').text =~ /(?ms)^```\n(jdk-index: .*?)^```$/).collect { it[1] }
assert shown.size() == 2
for (text in shown) {
    def pattern = text.split(/\d[\d.,]*/, -1).collect { java.util.regex.Pattern.quote(it) }.join(/\d[\d.,]*/)
    assert log.normalize() =~ pattern : text
}

// A library is left unbound, and says what it needs.
def library = new File(basedir, 'sample-projects/offheap-index/target/classes/META-INF')
assert !new File(library, 'services/dev.heapwright.heap.Binding').exists()
assert new File(library, 'heapwright/needs-allocator').list() == ['com.example.index.OffHeapIndex'] as String[]

// The allocators of docs/catalogue.md: the test kit has a test for each clause, besides what each shows of its own.
for (sample in ['region', 'guard', 'huge-page', 'file']) {
    def target = new File(basedir, "sample-projects/${sample}-allocator/target")
    assert new File(target, 'classes/META-INF/heapwright/allocator').list().length == 1
    def report = new File(target, 'surefire-reports').listFiles().findAll { it.name.endsWith('.txt') }*.text.join()
    assert (report =~ /Tests run: (\d+)/).collect { it[1] as int }.sum() > 25 : report
}
