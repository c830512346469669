import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
for (number in 1..8) {
    def reason = number % 2 == 0 ? 'linked explicitly' : 'default for an application for Java 17, as jemalloc needs Java 22'
    assert log.count("app${number} read 42, bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (${reason})") == 1
    new ZipFile(new File(basedir, "app${number}/target/app${number}-1.0.jar")).withCloseable { jar ->
        def names = jar.entries().findAll { !it.directory }*.name
        assert names.findAll { it.endsWith('/HeapwrightBinding.class') } == ["com/acme/app${number}/heapwright/HeapwrightBinding.class"]
        assert names.findAll { it.startsWith('META-INF/heapwright/binding/') } == ['META-INF/heapwright/binding/dev.heapwright.system.SystemAllocator']
    }
}
// Maven's warning about goals that are not declared thread-safe.
assert !log.contains('not marked')
