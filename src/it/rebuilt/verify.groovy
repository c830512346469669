import java.nio.file.Files

def files(String name) {
    def folder = new File(basedir, name).toPath()
    Files.walk(folder).withCloseable { walk ->
        walk.filter(Files::isRegularFile).toList().collectEntries { [folder.relativize(it).toString(), it.toFile()] }
    }
}
def one = files('one')
def two = files('two')

// Reproducible: the location of the build makes no difference.
assert one['rebuilt-1.0.jar'].bytes == two['rebuilt-1.0.jar'].bytes

// Incremental: files that the second build left unchanged are older than all that it wrote.
def second = two.values()*.lastModified().min()
def kept = one.keySet().findAll { it.startsWith('generated-') || it.startsWith('classes/') }
assert kept.any { it.endsWith('HeapwrightBinding.java') }
assert kept.any { it.endsWith('HeapwrightBinding.class') }
assert kept.any { it.contains('META-INF/heapwright/binding/') }
for (file in kept) {
    assert one[file].lastModified() < second : file
    assert one[file].bytes == two[file].bytes : file
}
def log = new File(basedir, 'build.log').text
assert log.count('Nothing to compile') == 1
assert log.count('read 42, bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion) == 3
