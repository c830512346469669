import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def target = new File(basedir, 'target')
def launcher = new File(target, 'heapwright-launcher')
assert log.contains('the heap works only in processes that were started with libheapwright-jemalloc.so')
assert log.contains('[INFO] launcher for jemalloc (the heap is bound to it) in ')
assert log.contains('heapwright-launcher: linux-arm64, linux-ppc64le, linux-riscv64, linux-x64')

def natives = File.createTempDir()
def run = { List command, Map environment = [:] ->
    def builder = new ProcessBuilder(command*.toString()).directory(basedir)
    builder.environment().PATH = "${jdk}/bin:${System.getenv('PATH')}".toString()
    builder.environment().JAVA_HOME = jdk.toString()
    builder.environment().JAVA_OPTS = "-Dheapwright.natives.directory=${natives}".toString()
    builder.environment().putAll(environment)
    def process = builder.start()
    process.out.close()
    def output = new StringBuilder(), errors = new StringBuilder()
    process.waitForProcessOutput(output, errors)
    [output: output.toString().normalize().trim(), errors: errors.toString().normalize().trim(), status: process.exitValue()]
}
def served = { File library, String arguments -> """\
mixed: ${library.canonicalPath} (preloaded), but LIBC through the FFM API
dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)
${arguments}""".toString() }
def printed = { Map outcome ->
    assert outcome.status == 0 : outcome
    assert outcome.errors == ''
    outcome.output.replaceFirst(/but \S*libc\S* through/, 'but LIBC through')
}

// The jar of Spring Boot.
def script = new File(launcher, 'heapwright-launch')
def library = new File(launcher, 'linux-x64/libheapwright-jemalloc.so')
def jar = new File(target, 'launcher-1.0-boot.jar')
def java = ["${jdk}/bin/java", "-Dheapwright.natives.directory=${natives}", '-jar', jar]
assert printed(run([script] + java + ['one', 'two words'])) == served(library, 'one, two words')

// The distribution, wherever it is unpacked: both the launcher and appassembler's script are found by links.
def unpacked = new File(target, 'unpacked here')
unpacked.mkdirs()
assert run(['tar', '-xzf', new File(target, 'launcher-1.0-distribution.tar.gz'), '-C', unpacked]).status == 0
def links = new File(target, 'links')
links.mkdirs()
for (file in ['launcher/heapwright-launch', 'bin/app']) {
    assert run(['ln', '-sf', new File(unpacked, file), links]).status == 0
}
def distributed = new File(unpacked, 'launcher/linux-x64/libheapwright-jemalloc.so')
for (command in [
        [new File(unpacked, 'launcher/heapwright-launch'), new File(unpacked, 'bin/app')],
        [new File(links, 'heapwright-launch'), new File(links, 'app')]]) {
    assert printed(run(command + ['a "quoted" word', '', 'last'])) == served(distributed, 'a "quoted" word, , last')
}

// The container image, of which jib has written the layers: run without a container, from the folder that they are put into.
def image = new File(target, 'image')
image.mkdirs()
assert run(['tar', '-xf', new File(target, 'jib-image.tar'), '-C', image]).status == 0
def manifest = new JsonSlurper().parse(new File(image, 'manifest.json'))[0]
def root = new File(image, 'root')
root.mkdirs()
for (layer in manifest.Layers) {
    assert run(['tar', '-xzf', new File(image, layer), '-C', root]).status == 0
}
def entrypoint = new JsonSlurper().parse(new File(image, manifest.Config)).config.Entrypoint
assert entrypoint == ['/opt/heapwright/heapwright-launch', 'java', '-cp', '@/app/jib-classpath-file', 'com.acme.Main']
def classPath = new File(root, 'app/jib-classpath-file').text.split(':').collect { root.path + it }.join(':')
def started = run([root.path + entrypoint[0], 'java', "-Dheapwright.natives.directory=${natives}",
        '--enable-native-access=ALL-UNNAMED', '-cp', classPath, 'com.acme.Main', 'one'])
assert printed(started) == served(new File(root, 'opt/heapwright/linux-x64/libheapwright-jemalloc.so'), 'one')

// An image without a shell: its environment has the library, at the place that the Dockerfile copies it to.
def file = new File(basedir, 'distroless.Dockerfile').text
def environment = (file =~ /(?m)^ENV LD_PRELOAD=\/opt\/heapwright\/(\S+)$/)[0][1]
assert file.contains('COPY target/heapwright-launcher /opt/heapwright\n')
def preloaded = new File(launcher, environment)
assert printed(run(java + ['one'], [LD_PRELOAD: preloaded.path])) == served(preloaded, 'one')

// All of them use the process's copy of jemalloc.
assert natives.list().length == 0

// Without the launcher, or with a library that is not there, the heap refuses to work; in the class folder, it works.
def shownBy = { String name -> (new File(docs, name).text =~ /(?ms)^<!-- compared by: src\/it\/launcher\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1] }
for (refused in [run(java), run(java, [LD_PRELOAD: '/opt/heapwright/' + environment])]) {
    assert refused.status == 1
    assert refused.errors.contains(shownBy('containers.md'))
}
def folders = [new File(target, 'classes')] + new File(root, 'app/libs').listFiles().toList()
assert run(["${jdk}/bin/java", '--enable-native-access=ALL-UNNAMED', "-Dheapwright.natives.directory=${natives}",
        '-cp', folders.join(':'), 'com.acme.Main']).status == 0
natives.deleteDir()
def pattern = shownBy('from-ld-preload.md').split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('\\S*')
assert run([script] + java).output =~ pattern

// Without the library, nothing is started. An ellipsis on the page stands for what differs from machine to machine.
assert distributed.delete()
def missing = run([new File(unpacked, 'launcher/heapwright-launch'), new File(unpacked, 'bin/app')])
assert missing.status == 78
assert missing.output == ''
def page = new File(docs, 'diagnostics/ProcessNotLinked.md').text
def shown = (page =~ /(?ms)^## From the launcher\n.*?^```text\n(.*?)\n```/)[0][1]
assert missing.errors ==~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
