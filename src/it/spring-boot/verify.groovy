import java.util.regex.Pattern

def log = new File(basedir, 'build.log').text.normalize()
assert log.readLines().count { it == '[INFO] kind: application (spring-boot-maven-plugin runs repackage)' } == 4
assert !log.contains('[Heapwright/')

// All direct buffers of the sample are counted, and none are from elsewhere.
def sample = (log =~ /(?m)^webflux-echo: 4 clients got back 4,194,304 bytes\n(  .*\n){4}/)[0][0].readLines()
assert sample[1] == '  all buffers are of [dev.heapwright.netty.HeapByteBuf]'
def counted = sample[2..3].collect { (it =~ /^  ([\d,]+) bytes of direct memory/)[0][1].replace(',', '') as long }
assert counted[0] >= 1 << 16 && counted[1] < 1 << 16
assert sample[4] == "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)"

def natives = File.createTempDir()
def printed = new StringBuilder()

/** Runs a program until its output contains a text that often, and returns that; the rest is what is to be done by then. */
def run = { String command, String folder, String text, List<Closure> rest = [] ->
    def words = command.tokenize(' ')
    def jvm = words[0] == 'java' ? ["${jdk}/bin/java", "-Dheapwright.natives.directory=${natives}", '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : []
    def process = new ProcessBuilder((jvm + words.drop(1))*.toString()).directory(new File(basedir, folder)).redirectErrorStream(true).start()
    Thread.startDaemon { process.waitForOrKill(300_000) }
    def output = new StringBuilder()
    try {
        process.inputStream.eachLine('UTF-8') { line ->
            output << line << '\n'
            if (line.contains(text) && rest) {
                rest.remove(0)(output)
                if (!rest) {
                    // Unlike the process's own destroy, this leaves the output open.
                    process.toHandle().destroy()
                }
            }
        }
    } finally {
        process.destroy()
    }
    assert rest.isEmpty() : output
    printed << output
    output.toString().normalize()
}
// The last line about a port is that of the server that has just been started.
def visit = { StringBuilder output ->
    def port = (output =~ /started on port (\d+)/).collect { it[1] }.last()
    printed << new URL("http://localhost:${port}/").text << '\n'
}
def started = 'Started Main in'
def port = ' --server.port=0'

// As a jar, in both ways in which Spring Boot packages it. The JVM prints no warning.
def servlet = run('java -jar servlet.jar' + port, 'servlet/target', started, [visit])
assert servlet.contains('Tomcat started')
run('java -Djarmode=tools -jar webflux.jar extract', 'webflux/target', '')
assert run('java -cp webflux/lib/* dev.heapwright.memory.ExtractNatives jemalloc', 'webflux/target', '').startsWith('extracted jemalloc')
def webflux = run('java -jar webflux/webflux.jar' + port, 'webflux/target', started, [visit])
assert webflux.contains('Netty started')
assert [servlet, webflux].every { !it.contains('WARNING') }

// With DevTools, from the class folder. The first visit touches a class, so there is another first visit after the restart.
def dev = { String folder -> 'java --enable-native-access=ALL-UNNAMED -Xlog:class+load:file=target/loaded.log' +
        ' -Dspring.devtools.restart.poll-interval=300ms -Dspring.devtools.restart.quiet-period=100ms' +
        " -cp target/classes:${new File(basedir, folder + '/target/class-path').text} com.acme.Main" }
def touch = { StringBuilder output ->
    visit(output)
    def changed = new File(basedir, 'servlet/target/classes/com/acme/Page.class')
    assert changed.setLastModified(changed.lastModified() + 5000)
}
run(dev('servlet') + port, 'servlet', started, [touch, visit])
assert (printed =~ /(?m)^visit 1, /).size() == 4
def loads = { String folder, String type ->
    new File(basedir, folder + '/target/loaded.log').readLines().count { it =~ /\b${Pattern.quote(type)} source: / }
}
assert loads('servlet', 'com.acme.Visits') == 2
assert loads('servlet', 'dev.heapwright.heap.Heap') == 1
assert loads('servlet', 'dev.heapwright.jemalloc.JemallocAllocator') == 1

// An allocator of the application's own is there twice with DevTools.
def block = 'live blocks: '
assert run('java -jar own-allocator.jar', 'own-allocator/target', block).contains('live blocks: 1\n')
def twice = run(dev('own-allocator'), 'own-allocator', block, [{ }])
assert twice.contains('live blocks: 0\n')
assert loads('own-allocator', 'com.acme.CountingAllocator') == 2
natives.deleteDir()

// docs/spring-boot.md shows this output; an ellipsis stands for what differs between builds.
def shown = (new File(docs, 'spring-boot.md').text =~ /(?ms)^<!-- compared by: src\/it\/spring-boot\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 3
for (text in shown) {
    assert printed =~ text.split('…', -1).collect { part -> Pattern.quote(part) }.join('.*') : text
}
