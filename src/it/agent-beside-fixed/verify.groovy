import java.nio.file.Files
import java.nio.file.StandardCopyOption

def log = new File(basedir, 'build.log').text.normalize()
assert log.count('verified: bound only to dev.heapwright.system.SystemAllocator') == 2
assert !log.contains('[Heapwright/')

def folder = new File(basedir, 'together')
folder.mkdirs()
for (name in ['agent', 'app']) {
    Files.copy(new File(basedir, "${name}/target/agent-beside-fixed-${name}-1.0.jar").toPath(), new File(folder, "${name}.jar").toPath(), StandardCopyOption.REPLACE_EXISTING)
}

// Two heaps in one JVM, each with its own binding.
def command = 'java --enable-native-access=ALL-UNNAMED -javaagent:agent.jar -jar app.jar'
def program = [new File(jdk, 'bin/java').path, *command.split(' ').drop(1)].execute(null as List, folder)
def output = program.text.normalize().trim()
assert output == """\
agent: com.acme.agent.heapwright.system.SystemAllocator ${heapwrightVersion} (default for a hosted artifact)
application: dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"""
def page = new File(docs, 'packaging.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/agent-beside-fixed\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert output.replace(heapwrightVersion, '…') == shown
