import java.nio.file.Files
import java.nio.file.Path

for (allocator in ['system', 'jemalloc', 'mimalloc', 'guarded', 'hardened']) {
    def module = Path.of(allocators, allocator)
    def copy = basedir.toPath().resolve(allocator)
    Files.createDirectories(copy)
    // Its parent is installed, but not in the folder above the copy.
    Files.writeString(copy.resolve('pom.xml'), Files.readString(module.resolve('pom.xml'))
            .replaceFirst('<relativePath>.*</relativePath>', '<relativePath/>'))
    def classes = module.resolve('target/classes')
    Files.walk(classes).withCloseable { files ->
        files.forEach {
            def target = copy.resolve('target/classes').resolve(classes.relativize(it).toString())
            Files.isDirectory(it) ? Files.createDirectories(target) : Files.copy(it, target)
        }
    }
}
return true
