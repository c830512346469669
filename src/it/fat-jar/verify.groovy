import java.nio.file.FileSystems
import java.nio.file.Files
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
def binding = "dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)"
assert log.contains('[INFO] bound to ' + binding)
assert log.contains('verified: bound only to dev.heapwright.jemalloc.JemallocAllocator')

// The output of the program started from a single jar.
def printed = evaluate(new File(basedir, '../printed.groovy'))
for (classifier in ['shaded', 'minimized', 'jar-with-dependencies', 'boot']) {
    assert printed(["${jdk}/bin/java", '-jar', "${basedir}/target/fat-jar-1.0-${classifier}.jar"]) == 'read 42, bound to ' + binding
}

// Neither the JVM nor check prints a warning.
assert !log.contains('Heapwright/NativeAccess')

// The dependencies are packaged in two ways.
def names = { String classifier ->
    new ZipFile(new File(basedir, "target/fat-jar-1.0-${classifier}.jar")).withCloseable { jar -> jar.entries()*.name }
}
for (classifier in ['shaded', 'jar-with-dependencies']) {
    assert names(classifier).contains('dev/heapwright/jemalloc/JemallocAllocator.class')
}
// No class of an unused allocator is left.
assert !names('minimized').any { it ==~ 'dev/heapwright/mimalloc/Mimalloc.*' }
assert names('boot').contains("BOOT-INF/lib/heapwright-allocators-${heapwrightVersion}.jar".toString())

// The glue is as readable as the compiled classes, in the class folder and in each jar.
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
