def log = new File(basedir, 'build.log').text
def target = new File(basedir, 'target')
def java = new File(target, 'image/bin/java')
def library = new File(target, 'image/lib/libheapwright-jemalloc.so')

assert log.count('/target/image to jemalloc (the heap is bound to it): bin/java, bin/keytool, lib/libsyslookup.so') == 2
assert log =~ /verified: \S+image is linked to jemalloc/
assert library.exists()

// Everything in the process takes its memory from jemalloc, of which there is one copy.
def jars = new File(target, 'lib').listFiles()*.path + [new File(target, 'classes').path]
def natives = new File(target, 'natives')
def run = { Map<String, String> environment ->
    def builder = new ProcessBuilder(
            java.path, '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
            '-Dheapwright.natives.directory=' + natives, '-cp', jars.join(File.pathSeparator), 'com.acme.Main')
    builder.environment().putAll(environment)
    builder.redirectErrorStream(true).start().inputStream.text.normalize().trim()
}
assert run([:]) == """\
${library.canonicalPath} (linked)
dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)
Unsafe served
allocateDirect served
Arena served
malloc, as FFM finds it served
zlib served""".toString()
assert !natives.exists()

// The heap refuses to work with another malloc: if a second library is preloaded, or if a program was replaced.
def second = new File(target, 'second.so')
second.bytes = library.bytes
assert run([LD_PRELOAD: second.path])
        .contains('[Heapwright/ProcessTwice] two libraries replace malloc in this process')
def linked = java.bytes
java.bytes = new File(target, 'java-of-the-jdk').bytes
assert run([:])
        .contains('[Heapwright/ProcessNotLinked] this process does not use the allocator that its image is linked to')
java.bytes = linked

// Without the library, the program does not start.
assert library.renameTo(new File(target, 'elsewhere.so'))
def process = new ProcessBuilder(java.path, '-version').redirectErrorStream(true).start()
assert process.inputStream.text.contains('libheapwright-jemalloc.so: cannot open shared object file')
assert process.waitFor() == 127
