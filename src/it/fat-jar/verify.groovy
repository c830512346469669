import java.nio.file.FileSystems
import java.nio.file.Files
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
def binding = "dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)"
assert log.contains('[INFO] bound to ' + binding)
assert log.contains('checked: bound to dev.heapwright.jemalloc.JemallocAllocator and nothing else')

// What the programs printed that were started from one jar each.
assert log.readLines().findAll { it.startsWith('read ') } == ['read 42, bound to ' + binding] * 3

// Neither the JVM has anything to warn of, nor check.
assert !log.readLines().any { it.startsWith('WARNING: ') || it.contains('Heapwright/NativeAccess') }

// The dependencies are packed in two ways.
def names = { String classifier ->
    new ZipFile(new File(basedir, "target/fat-jar-1.0-${classifier}.jar")).withCloseable { jar -> jar.entries()*.name }
}
for (classifier in ['shaded', 'jar-with-dependencies']) {
    assert names(classifier).contains('dev/heapwright/jemalloc/JemallocAllocator.class')
}
assert names('boot').contains("BOOT-INF/lib/heapwright-allocators-${heapwrightVersion}.jar".toString())

// Who may read the compiled classes may read what binds them, in the class folder and in each jar.
def isReadAsWell = { root ->
    def permissions = { Files.getPosixFilePermissions(root.resolve(it)) }
    def expected = permissions('com/acme/Main.class')
    assert permissions('META-INF/services/dev.heapwright.heap.Binding') == expected
    assert permissions('META-INF/heapwright/binding/dev.heapwright.jemalloc.JemallocAllocator') == expected
}
if (FileSystems.default.supportedFileAttributeViews().contains('posix')) {
    isReadAsWell(new File(basedir, 'target/classes').toPath())
    def jar = new File(basedir, 'target/fat-jar-1.0.jar').toPath()
    FileSystems.newFileSystem(jar, [enablePosixFileAttributes: true]).withCloseable { isReadAsWell(it.getPath('/')) }
}
