def log = new File(basedir, 'build.log').text

def bound(String program, String binding, String allocator) {
    def log = new File(basedir, 'build.log').text
    assert log.contains('bound to ' + binding)
    // Of the classes that any marker names as an allocator, only the bound one was loaded.
    def loaded = new File(basedir, "sample-projects/${program}/target/classes.log").readLines()
            .findAll { it =~ /(dev\.heapwright\.system\.SystemAllocator|com\.example\.slab\.SlabAllocator) source:/ }
    assert loaded.size() == 1
    assert loaded[0].contains(allocator)
}

// The output of the program.
def printed = log.readLines().findAll { it.startsWith('  bound to ') }
assert printed == [
        "  bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)",
        '  bound to com.example.slab.SlabAllocator 1.0-SNAPSHOT (linked explicitly)'].collect { it.toString() }
assert log =~ /jdk-index: [\d,]{5,} class files of Java 17/
bound('jdk-index', "dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)", 'SystemAllocator')
bound('jdk-index-slab', 'com.example.slab.SlabAllocator 1.0-SNAPSHOT (linked explicitly)', 'SlabAllocator')

// A library is left unbound, and says what it needs.
def library = new File(basedir, 'sample-projects/offheap-index/target/classes/META-INF')
assert !new File(library, 'services/dev.heapwright.heap.Binding').exists()
assert new File(library, 'heapwright/needs-allocator').list() == ['com.example.index.OffHeapIndex'] as String[]

// One of the allocators of docs/catalogue.md: the test kit has a test for each clause, besides what it shows of its own.
def region = new File(basedir, 'sample-projects/region-allocator/target')
assert new File(region, 'classes/META-INF/heapwright/allocator').list().length == 1
def report = new File(region, 'surefire-reports').listFiles().findAll { it.name.endsWith('.txt') }*.text.join()
assert (report =~ /Tests run: (\d+)/).collect { it[1] as int }.sum() > 25 : report
