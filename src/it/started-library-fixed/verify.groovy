def log = new File(basedir, 'build.log').text
def binding = "bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"
assert log.contains('kind: application (configured)')
assert log.contains(binding)
assert !log.contains('[WARNING]')

def classPath = new File(basedir, 'target/started-library-1.0.jar').path + File.pathSeparator + new File(basedir, 'target/class-path').text.trim()
def program = [new File(jdk, 'bin/java').path, '--enable-native-access=ALL-UNNAMED', '-cp', classPath, 'com.acme.Main'].execute()
assert program.text.trim() == 'read 42, ' + binding
