import java.nio.file.Files
import java.nio.file.StandardCopyOption

def log = new File(basedir, 'build.log').text.normalize()
def page = new File(docs, 'diagnostics/BoundTwice.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/agent-beside\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert log.count('[Heapwright/BoundTwice]') == 1
assert log.replace(basedir.canonicalPath + '/agent/', '').contains(shown)

def folder = new File(basedir, 'together')
folder.mkdirs()
for (name in ['agent', 'app']) {
    Files.copy(new File(basedir, "${name}/target/agent-beside-${name}-1.0.jar").toPath(), new File(folder, "${name}.jar").toPath(), StandardCopyOption.REPLACE_EXISTING)
}

// It is as the build has told.
def program = [new File(jdk, 'bin/java').path, '--enable-native-access=ALL-UNNAMED', '-javaagent:agent.jar', '-jar', 'app.jar'].execute(null as List, folder)
assert program.err.text.contains("[Heapwright/BoundTwice] this program's heap has 2 bindings; exactly one is required")

// What it says to add is what the twin adds.
def fixed = new File(docs, '../src/it/agent-beside-fixed/agent/pom.xml').readLines()*.trim()
def help = shown.readLines().findAll { it.contains('<') }*.trim()
assert help.size() == 5
assert Collections.indexOfSubList(fixed, help[0..3]) >= 0 && fixed.contains(help[4])
