import java.nio.file.Files

def target = new File(basedir, 'target')
def suite = new File(target, 'suite')
def classes = new File(suite, 'target/test-classes')

// Some of the resources are also opened where the sources of the library have them.
def sources = new File(suite, 'src/test')
sources.mkdirs()
def resources = new File(sources, 'resources').toPath()
if (!Files.exists(resources)) {
    Files.createSymbolicLink(resources, classes.toPath())
}

def classPath = [classes, new File(target, 'classes'), new File(target, 'lib/*')]*.absolutePath.join(File.pathSeparator)
def run = { Object java, List<String> arguments ->
    def log = File.createTempFile('suite', '.log', target)
    def process = new ProcessBuilder([java.toString(), '--enable-native-access=ALL-UNNAMED', '-Xmx2g',
            '-Dheapwright.natives.directory=' + new File(target, 'natives').absolutePath, '-cp', classPath] + arguments)
            .directory(suite).redirectErrorStream(true).redirectOutput(log).start()
    process.waitFor()
    log.text
}

// What each test came to. Names of parameters may contain identity hash codes and temporary folders.
def compress = 'org.apache.commons.compress.'
def packages = ['compressors.zstandard', 'compressors.gzip', 'compressors.deflate', 'archivers.sevenz', 'archivers.zip']
def results = { Object java ->
    def arguments = ['org.junit.platform.console.ConsoleLauncher', 'execute', '--disable-ansi-colors', '--details=testfeed'] +
            packages.collect { '--select-package=' + compress + it }
    run(java, arguments).readLines().findAll { it ==~ /.* > .* :: (SUCCESSFUL|FAILED|SKIPPED|ABORTED)/ }
            .collect { it.replaceAll(/@[0-9a-f]+|junit-?\d+/, '') }.sort()
}

def plain = "${jdk}/bin/java"
def linked = new File(target, 'image/bin/java')
assert run(plain, ['com.acme.Main']) =~ /\(the C library\)/
assert run(linked, ['com.acme.Main']) =~ /libheapwright-jemalloc\.so \(linked\)/

def expected = results(plain)
assert expected.count { it.endsWith('SUCCESSFUL') } > 400
assert results(linked) == expected
