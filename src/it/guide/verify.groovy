import java.nio.file.Files
import java.util.regex.Pattern

def printed = new StringBuilder(new File(basedir, 'build.log').text.normalize())
def run = { String command, String folder ->
    def words = command.replace("'", '').tokenize(' ')
    words[0] = new File(jdk, 'bin/' + words[0]).path
    def process = new ProcessBuilder(words).directory(new File(basedir, folder)).redirectErrorStream(true).start()
    printed << process.inputStream.text.normalize()
    assert process.waitFor() == 0 : printed
}

// The commands that the pages show.
run("java -jar app.jar", 'app/target')
run("java --enable-native-access=dev.heapwright.memory -p app.jar:lib -m com.acme.app/com.acme.Main", 'module-app/target')

def byHand = ['lib/heapwright-allocators', 'lib/heapwright-annotations', 'lib/heapwright-diagnostic', 'lib/heapwright-heap', 'lib/heapwright-memory', 'heapwright-processor']
for (jar in byHand) {
    def artifact = jar.replace('lib/', '')
    def target = new File(basedir, "by-hand/${jar}.jar").toPath()
    Files.createDirectories(target.parent)
    Files.copy(new File(localRepositoryPath, "dev/heapwright/${artifact}/${heapwrightVersion}/${artifact}-${heapwrightVersion}.jar").toPath(), target)
}
run("javac -d classes -cp 'lib/*' --processor-path heapwright-processor.jar src/com/acme/Main.java src/com/acme/Glue.java", 'by-hand')
run("java --enable-native-access=ALL-UNNAMED -cp 'classes:lib/*' com.acme.Main", 'by-hand')
assert new File(basedir, 'by-hand/classes/META-INF/heapwright/needs-allocator/com.acme.Main').exists()

// Their output and the build's log; an ellipsis stands for what differs between builds.
for (page in ['applications.md', 'getting-started.md', 'java-modules.md', 'packaging.md', 'tests.md', 'without-the-plugin.md', 'write-a-library.md']) {
    def shown = new File(docs, page).text =~ /(?ms)^<!-- compared by: src\/it\/guide\/verify\.groovy -->\n```text\n(.*?)\n```$/
    assert shown.find() : page
    shown.each {
        def pattern = it[1].split('…', -1).collect { part -> Pattern.quote(part) }.join('.*')
        assert printed =~ pattern : it[1]
    }
}
