def log = new File(basedir, 'build.log').text
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)'
assert log.contains('[INFO] bound to ' + binding)
// The output of the program started on the module path.
assert log.contains('module com.acme.app is bound to ' + binding)
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')

// The page shows both declarations, this one and that of the twin.
def page = new File(docs, 'diagnostics/NotProvided.md').text
def shown = (page =~ /(?ms)^```java\n(.*?)^```$/).collect { it[1] }
assert shown == ['java-module-not-provided', 'java-module'].collect {
    new File(basedir, "../${it}/src/main/java/module-info.java").text.normalize()
}
