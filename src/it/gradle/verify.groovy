import java.nio.file.Files

def artifact = { String name -> new File(localRepositoryPath, "dev/heapwright/${name}/${heapwrightVersion}/${name}-${heapwrightVersion}.jar") }
def run = { List<String> command, File folder, int expected ->
    def builder = new ProcessBuilder(command*.toString()).directory(folder).redirectErrorStream(true)
    builder.environment().JAVA_HOME = System.getProperty('java.home')
    def process = builder.start()
    def printed = process.inputStream.text.normalize()
    assert process.waitFor() == expected : printed
    printed
}

// By hand, as the page shows it.
def byHand = new File(basedir, 'by-hand')
new File(byHand, 'lib').mkdirs()
for (name in ['heapwright-allocators', 'heapwright-annotations', 'heapwright-diagnostic', 'heapwright-heap', 'heapwright-memory']) {
    Files.copy(artifact(name).toPath(), new File(byHand, "lib/${name}.jar").toPath())
}
for (name in ['heapwright-cli', 'heapwright-processor']) {
    Files.copy(artifact(name).toPath(), new File(byHand, "${name}.jar").toPath())
}
def page = new File(docs, 'without-the-plugin.md').text
def shell = new ProcessBuilder('/bin/sh', '-e', 'build.sh').directory(byHand).redirectErrorStream(true)
shell.environment().PATH = new File(jdk, 'bin').path + File.pathSeparator + System.getenv('PATH')
def process = shell.start()
def printed = process.inputStream.text.normalize()
assert process.waitFor() == 0 : printed
def shown = page.find(/(?s)<!-- compared by: src\/it\/gradle\/verify.groovy -->\n```text\n(.*?)```/) { it[1] }
assert printed == shown.replace('0.1.0', heapwrightVersion)

// With the Gradle version that the page names, on the Java that runs Maven. Other versions use different names in build
// scripts.
def gradle = System.getenv('PATH').split(File.pathSeparator).collect { new File(it, 'gradle') }.find { it.canExecute() }
def java = Runtime.version().feature()
def version = gradle && java <= 17 ? run([gradle.path, '--version'], basedir, 0).find(/Gradle (\S+)/) { it[1] } : 'none'
if (version != '4.4.1') {
    println "NOTICE: the build with Gradle 4.4.1 is not tested here: Gradle ${version}, Java ${java}"
    return
}
def app = new File(basedir, 'app')
def build = { List<String> more, int expected ->
    run([gradle.path, '--offline', '--no-daemon', '-g', new File(basedir, 'gradle-home').path,
         "-PrepositoryUrl=${new File(localRepositoryPath as String).toURI()}", "-PheapwrightVersion=${heapwrightVersion}"] + more, app, expected)
}
assert build(['build'], 0).contains('bound to dev.heapwright.system.SystemAllocator')
def refused = build(['clean', 'build', '-Pallocators=system,jemalloc'], 1)
assert refused.contains('[Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one')
assert refused.contains("remove the dependency on dev.heapwright:heapwright-")
assert refused.contains('more: java -jar heapwright-cli.jar explain TwoAllocators')
