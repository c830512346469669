def printed = evaluate(new File(basedir, '../printed.groovy'))
def log = new File(basedir, 'build.log').text
def target = new File(basedir, 'target')
def java = new File(target, 'image/bin/java')
def library = new File(target, 'image/lib/libheapwright-jemalloc.so')

assert log.count('/target/image to jemalloc (the heap is bound to it): bin/java, bin/keytool, lib/libsyslookup.so') == 2
assert log =~ /verified: \S+image is linked to jemalloc/
assert library.exists()

// Everything in the process takes its memory from jemalloc.
def jars = new File(target, 'lib').listFiles()*.path + [new File(target, 'classes').path]
def command = [java, '-cp', jars.join(File.pathSeparator), 'com.acme.Main']
assert printed(command, '--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow').normalize() == """\
dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)
Unsafe served
allocateDirect served
Arena served
malloc, as FFM finds it served
zlib served""".toString()

// Without the library, the program does not start.
assert library.renameTo(new File(target, 'elsewhere.so'))
def process = new ProcessBuilder(java.path, '-version').redirectErrorStream(true).start()
assert process.inputStream.text.contains('libheapwright-jemalloc.so: cannot open shared object file')
assert process.waitFor() == 127
