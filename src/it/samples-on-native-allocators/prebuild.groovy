import java.nio.file.Files
import java.nio.file.Path

def copy(String sample, String name) {
    def source = Path.of(sampleProjects, sample)
    Files.walk(source).withCloseable { files ->
        files.filter { !source.relativize(it).any { part -> part.toString() == 'target' } }.forEach {
            def copy = basedir.toPath().resolve(name).resolve(source.relativize(it).toString())
            Files.isDirectory(it) ? Files.createDirectories(copy) : Files.copy(it, copy)
        }
    }
}

// The dependency that README.md of the samples shows.
def dependency = (new File(sampleProjects, 'README.md').text =~ /(?ms)^```xml\n(.*?)^```$/)[0][1]
copy('offheap-index', 'offheap-index')
for (allocator in ['jemalloc', 'mimalloc']) {
    copy('jdk-index', "jdk-index-${allocator}")
    def pom = new File(basedir, "jdk-index-${allocator}/pom.xml")
    pom.text = pom.text
            .replaceFirst('<artifactId>jdk-index</artifactId>', "<artifactId>jdk-index-${allocator}</artifactId>")
            .replaceFirst('<dependencies>\n', '$0' + java.util.regex.Matcher.quoteReplacement(
                    dependency.replace('heapwright-jemalloc', "heapwright-${allocator}")))
}
return true
