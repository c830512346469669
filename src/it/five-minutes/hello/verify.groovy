// For the matrix; five-minutes itself is verified by the script beside its POM.
def log = new File(basedir, 'build.log').text
def binding = 'com.acme.CountingAllocator 1.0 (linked explicitly)'
assert log.contains('[INFO] bound to ' + binding)
assert log.contains('verified: bound only to com.acme.CountingAllocator')

def classPath = [basedir, new File(basedir, '../counting-allocator')].collect { new File(it, 'target/classes').path }
for (name in ['annotations', 'heap', 'memory']) {
    def folder = new File(localRepositoryPath, "dev/heapwright/heapwright-${name}/${heapwrightVersion}")
    classPath << new File(folder, "heapwright-${name}-${heapwrightVersion}.jar").path
}
def java = new File(System.getProperty('java.home'), 'bin/java').path
def program = [java, '-cp', classPath.join(File.pathSeparator), 'com.acme.Main'].execute()
assert program.text.trim() == 'read 42, bound to ' + binding : program.err.text
