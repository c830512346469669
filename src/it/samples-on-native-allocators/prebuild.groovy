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

// The dependencies that README.md of the samples and the page catalogue.md show.
def shown(File page) {
    (page.text =~ /(?ms)^```xml\n(.*?)^```$/).collect { it[1] }
}
def dependency = shown(new File(sampleProjects, 'README.md'))[0]
def dependencies = ['jemalloc': dependency, 'mimalloc': dependency.replace('heapwright-jemalloc', 'heapwright-mimalloc')]
for (allocator in ['guarded', 'hardened']) {
    dependencies[allocator] = shown(new File(docs, 'catalogue.md')).find { it.contains("<artifactId>heapwright-${allocator}<") }
}
copy('offheap-index', 'offheap-index')
for (allocator in dependencies.keySet()) {
    copy('jdk-index', "jdk-index-${allocator}")
    def pom = new File(basedir, "jdk-index-${allocator}/pom.xml")
    pom.text = pom.text
            .replaceFirst('<artifactId>jdk-index</artifactId>', "<artifactId>jdk-index-${allocator}</artifactId>")
            .replaceFirst('<dependencies>\n', '$0' + java.util.regex.Matcher.quoteReplacement(dependencies[allocator]))
}
return true
