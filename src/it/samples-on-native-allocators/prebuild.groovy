import java.nio.file.Path

def copy = evaluate(new File(basedir, '../copy-sample.groovy'))

// The dependencies that README.md of the samples and the page catalogue.md show.
def shown(File page) {
    (page.text =~ /(?ms)^```xml\n(.*?)^```$/).collect { it[1] }
}
def dependency = shown(new File(sampleProjects, 'README.md'))[0]
def dependencies = ['jemalloc': dependency, 'mimalloc': dependency.replace('heapwright-jemalloc', 'heapwright-mimalloc')]
for (allocator in ['guarded', 'hardened']) {
    dependencies[allocator] = shown(new File(docs, 'catalogue.md')).find { it.contains("<artifactId>heapwright-${allocator}<") }
}
copy(Path.of(sampleProjects, 'offheap-index'), 'offheap-index')
for (allocator in dependencies.keySet()) {
    copy(Path.of(sampleProjects, 'jdk-index'), "jdk-index-${allocator}")
    def pom = new File(basedir, "jdk-index-${allocator}/pom.xml")
    pom.text = pom.text
            .replaceFirst('<artifactId>jdk-index</artifactId>', "<artifactId>jdk-index-${allocator}</artifactId>")
            .replaceFirst('<dependencies>\n', '$0' + java.util.regex.Matcher.quoteReplacement(dependencies[allocator]))
}
return true
