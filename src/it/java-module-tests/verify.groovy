import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text.normalize()
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)'
def builds = log.split('BUILD FAILURE')
assert builds.length == 2

def warning = '''[WARNING]   the tests run on the module path, where the binding is not found: configure
[WARNING]   maven-surefire-plugin with <useModulePath>false</useModulePath>'''
assert builds[0].contains("tests: bound to ${binding}") && builds[0].contains(warning)
assert builds[0].contains('[Heapwright/NotBound]')

assert builds[1].contains("allocated with ${binding}") && !builds[1].contains('[WARNING]')
new ZipFile(new File(basedir, 'target/java-module-tests-1.0.jar')).withCloseable { jar ->
    // Only the record that it was built as a library.
    assert jar.entries()*.name.findAll { it.contains('heapwright') && !it.endsWith('/') } == ['META-INF/heapwright/library']
}
