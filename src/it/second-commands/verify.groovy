import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def log = new File(basedir, 'build.log').text.normalize()
def binding = "dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"
def launches = log.split(/Scanning for projects/).drop(1)
assert launches.size() == 10
assert log.count('BUILD SUCCESS') == 10

// The build binds the program; commands that run no phase of it do not bind again.
assert launches[0].contains('[INFO] bound to ' + binding)
assert [1, 5, 9].every { !launches[it].contains('heapwright-maven-plugin') }

// Commands that run the program.
(1..3).each { assert launches[it].contains('read 42, bound to ' + binding) : launches[it] }
assert launches[7].contains('tested, bound to ' + binding)

// Commands that package the program.
def names = ['allocators', 'diagnostic', 'heap', 'memory', 'natives'].collect { "heapwright-${it}-${heapwrightVersion}.jar".toString() }
/**
 * The files in a tar archive: each is a header of 512 bytes, which begins with its name and has its size in octal at
 * 124, and its content.
 */
def untar = { byte[] tar ->
    def files = [:]
    for (int at = 0; at + 512 <= tar.length && tar[at] != 0; ) {
        def text = { int from, int length -> new String(tar, at + from, length, 'US-ASCII').takeWhile { it != '\0' }.trim() }
        int size = Integer.parseInt(text(124, 12), 8)
        files[text(345, 155) + text(0, 100)] = Arrays.copyOfRange(tar, at + 512, at + 512 + size)
        at += 512 + (size + 511).intdiv(512) * 512
    }
    files
}
def layers = untar(new File(basedir, 'target/jib-image.tar').bytes).findAll { it.key.endsWith('.tar.gz') }.values()
def imaged = layers.collectMany { untar(new GZIPInputStream(new ByteArrayInputStream(it)).bytes).keySet() }*.replaceFirst('.*/', '')
assert names.every { it in imaged } : imaged
def copied = new File(basedir, 'target/dependency').list() as List
assert names.every { it in copied } : copied

// Commands that describe the program, and its location in the repository.
def components = { String bom -> new JsonSlurper().parse(new File(basedir, "target/${bom}.json")).components*.purl.sort() }
assert components('made-alone') == components('made-in-the-build')
assert components('made-alone').any { it.contains('heapwright-allocators') }
assert new File(basedir, 'target/site/apidocs/index.html').isFile() || new File(basedir, 'target/reports/apidocs/index.html').isFile()

def classPath = new File(basedir, 'consumer/target/class-path').text.trim()
def program = [new File(jdk, 'bin/java').path, '--enable-native-access=ALL-UNNAMED', '-cp', classPath, 'com.acme.Main'].execute()
assert program.text.trim() == 'read 42, bound to ' + binding
