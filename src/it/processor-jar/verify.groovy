import java.util.zip.ZipFile

// Processors of a compilation share one class path: every name in this jar belongs to the processor.
def jar = new File(localRepositoryPath,
        "dev/heapwright/heapwright-processor/${heapwrightVersion}/heapwright-processor-${heapwrightVersion}.jar")
new ZipFile(jar).withCloseable { zip ->
    def names = zip.entries().collect { it.name }
    def classes = names.findAll { it.endsWith('.class') }
    assert !classes.isEmpty()
    assert classes.every { it.startsWith('dev/heapwright/processor/') }
    assert classes.any { it.startsWith('dev/heapwright/processor/shaded/asm/') }
    assert names.contains('META-INF/gradle/incremental.annotation.processors')
    // And it has no dependencies.
    assert !new File(jar.path.replace('.jar', '.pom')).text.contains('<artifactId>asm')
}
