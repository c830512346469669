import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
def binding = "dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"
assert log.contains("[INFO] bound to ${binding}")

// The unit tests and the program within Maven.
assert log.contains('tested, bound to ' + binding)
assert log.contains('read 42, bound to ' + binding)

// The packaged artifacts.
def names = { String classifier ->
    new ZipFile(new File(basedir, "target/default-everywhere-1.0-${classifier}.jar")).withCloseable { jar -> jar.entries()*.name }
}
for (classifier in ['shaded', 'jar-with-dependencies']) {
    assert names(classifier).contains('dev/heapwright/system/SystemAllocator.class')
}
def jar = "heapwright-allocators-${heapwrightVersion}.jar".toString()
assert names('boot').contains('BOOT-INF/lib/' + jar)
assert new File(basedir, "target/dependency/${jar}").isFile()

// The artifacts' descriptions.
def bom = new JsonSlurper().parse(new File(basedir, 'target/bom.json'))
assert bom.components.any { it.group == 'dev.heapwright' && it.name == 'heapwright-allocators' && it.version == heapwrightVersion }
