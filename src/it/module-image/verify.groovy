def printed = evaluate(new File(basedir, '../printed.groovy'))
def bound = "module com.acme.app is bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)"

def target = "${basedir}/app/target"
def main = 'com.acme.app/com.acme.Main'
for (command in [
        ["${jdk}/bin/java", '-p', "${target}/image-app-1.0.jar:${target}/lib", '-m', main],
        ["${target}/package/acme/bin/acme"]]) {
    assert printed(command, '--enable-native-access=dev.heapwright.memory') == bound
}

// The images that were linked have one jemalloc, that of the process: nothing is extracted.
for (image in ["${target}/package-linked/acme", "${basedir}/image/target/maven-jlink/default"]) {
    def natives = File.createTempDir()
    def builder = new ProcessBuilder("${image}/bin/acme".toString(), 'process').redirectErrorStream(true)
    builder.environment().JAVA_TOOL_OPTIONS =
            "-Dheapwright.natives.directory=${natives} --enable-native-access=dev.heapwright.memory".toString()
    def lines = builder.start().inputStream.readLines().findAll { !it.startsWith('Picked up ') }
    def library = new File(image, 'lib/libheapwright-jemalloc.so').canonicalPath
    assert lines == [bound.toString(), "malloc is ${library} (linked)".toString()]
    assert natives.list().length == 0
    natives.deleteDir()
}

// moditect takes the Java of Maven, which may be too old for the program.
def java = new ProcessBuilder("${target}/moditect/bin/java".toString(), '-version').redirectErrorStream(true)
java.environment().JE_MALLOC_CONF = 'stats_print:true'
assert java.start().inputStream.text.contains('jemalloc statistics')

// The zip file is linked, too, which maven-jlink-plugin packs before the image is linked.
def image = new File(basedir, 'image/target/maven-jlink/default')
def zip = new java.util.zip.ZipFile(new File(basedir, 'image/target/image-1.0.zip'))
for (path in ['bin/java', 'bin/acme', 'lib/modules', 'lib/libsyslookup.so', 'lib/libheapwright-jemalloc.so']) {
    assert zip.getInputStream(zip.getEntry(path)).bytes == new File(image, path).bytes : path
}
zip.close()
