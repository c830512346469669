import java.util.zip.ZipFile

// The log of each module, and the output of its program.
logs = evaluate(new File(basedir, '../reactor-log.groovy')).modules()

def logged(String module, String text) {
    logs[module].contains(text)
}

/** Maven 4 prefixes it with [INFO] [stdout]. */
def printed(String module) {
    def lines = logs[module].findAll(/(?m)^(?:\[\w+\] )*${module}: (.*)$/) { it[1] }
    assert lines.size() == 1 : module
    lines[0]
}

/** The files of glue in a module's jar. */
def glue(String module) {
    def folder = new File(basedir, module).directory ? module : "on-java-25/${module}"
    new ZipFile(new File(basedir, "${folder}/target/${module}-1.0.jar")).withCloseable { jar ->
        jar.entries()*.name.findAll {
            it.endsWith('/HeapwrightBinding.class') || it =~ '^META-INF/(heapwright/binding|services)/.'
        }.sort()
    }
}

def isLinked(String module, String allocator, String version, String reason) {
    def binding = "${allocator} ${version} (${reason})"
    assert logged(module, '[INFO] bound to ' + binding)
    assert logged(module, "[INFO] verified: bound only to ${allocator}")
    assert glue(module) == ["META-INF/heapwright/binding/${allocator}", 'META-INF/services/dev.heapwright.heap.Binding',
                            "com/acme/linked/${module.replace('-', '_')}/heapwright/HeapwrightBinding.class"]*.toString()
    assert printed(module).endsWith(', bound to ' + binding)
}

def isAdopted(String module, String from, String allocator) {
    assert logged(module, "[INFO] bound to ${allocator} (inherited from com.acme.parts:${from}:1.0)")
    assert logged(module, "[INFO] verified: bound to ${allocator} by com.acme.parts:${from}:1.0")
    assert glue(module) == []
}

def isNotBound(String module, String why) {
    assert logged(module, '[INFO] not bound: ' + why)
    assert logged(module, '[INFO] verified: not bound')
    assert glue(module) == []
}

def system = 'dev.heapwright.system.SystemAllocator'
def jemalloc = 'dev.heapwright.jemalloc.JemallocAllocator'
def counting = 'com.acme.parts.counting.CountingAllocator'
def pool = 'com.acme.parts.pool.Pool$Blocks'

// c1: declares the allocator that its bound dependency carries. m13: in any order.
isAdopted('c1', 'bound', pool)
assert printed('c1').endsWith("bound to ${pool} 1.0 (linked explicitly)")
(1..6).each { isAdopted("m13-${it}", 'bound', pool) }

// c2, c3: the declared allocator, although jemalloc would be the default.
isLinked('c2', system, heapwrightVersion, 'linked explicitly')
isLinked('c3', jemalloc, heapwrightVersion, 'linked explicitly')
assert !logged('c2', 'jemalloc')

// c4: one block was allocated and freed, and no other function was called.
isLinked('c4', counting, '1.0', 'linked explicitly')
assert printed('c4').startsWith('counted 1 + 1 + 0,')

// c9-fixed: the hosted artifact that is bound to jemalloc, without another allocator beside it.
isAdopted('c9-fixed', 'agent-on-jemalloc', jemalloc)
assert printed('c9-fixed').endsWith("bound to ${jemalloc} ${heapwrightVersion} (configured default for a hosted artifact)")

// c10: a block that is resized in place to its own size is unchanged, whatever the allocator.
def resized = ['c1', 'c2', 'c3', 'm9'].collect { (printed(it) =~ /usable (\d+), resized to its own size (\d+),/)[0] }
assert resized.every { it[1] == it[2] && it[1].toInteger() >= 4000 }
assert resized*.get(1).toSet().size() > 1

// c11: nothing is lost, and only what is kept is copied.
isLinked('c11', counting, '1.0', 'linked explicitly')
assert printed('c11').startsWith('damaged 0, copied ')
def (copied, kept) = printed('c11').findAll(/\d+/)[1, 2]*.toLong()
assert copied > 0 && copied <= kept

// m8: a nested class. m10: in a dependency's dependency.
isLinked('m8', pool, '1.0', 'linked explicitly')
isLinked('m10', pool, '1.0', 'linked explicitly')

// m9: classes in the glue's own package have the names of some of java.lang.
isLinked('m9', counting, '1.0', 'linked explicitly')
assert new File(basedir, 'm9/target/classes/com/acme/linked/m9/heapwright').list().sort() as List ==
        ['HeapwrightBinding', 'Long', 'Override', 'String', 'System'].collect { it + '.class' }

// m11: the allocator has no memory.
isLinked('m11', counting, '1.0', 'linked explicitly')
assert printed('m11').startsWith("no 1099511627776 bytes aligned to 32 from ${counting},")

// e5: an allocator with a classifier, or at scope runtime, where the glue is compiled against it all the same: declared,
// and with the heap through a dependency.
['e5-classifier', 'e5-runtime', 'e5-runtime-transitive'].each { isLinked(it, pool, '1.0', 'linked explicitly') }

// e5-test-jar: glue for tests, in a test-jar, binds neither the tests of another library nor those of a program.
assert logged('e5-test-jar', '[INFO] tests: bound to ' + "${counting} 1.0 (linked explicitly)")
assert printed('e5-test-jar').endsWith("bound to ${counting} 1.0 (linked explicitly)")
assert logged('e5-test-jar-library',
        '[INFO] tests: passed over: com.acme.linked:e5-test-jar:jar:tests:1.0 (its glue is for its own tests)')
assert logged('e5-test-jar-library', "[INFO] tests: bound to ${system} ${heapwrightVersion} (default for an application")
assert printed('e5-test-jar-library').contains(", bound to ${system} ${heapwrightVersion} (default for an application")
isLinked('e5-test-jar-program', pool, '1.0', 'linked explicitly')

// d1: a library sees two allocators.
isNotBound('d1', 'a library leaves the choice to its users')

// d3: an application that is also an agent.
assert logged('d3', "[INFO] kind: hosted (maven-jar-plugin's manifest has Premain-Class)")
isLinked('d3', system, heapwrightVersion, 'default for a hosted artifact')

// d4: a guest, and a host that has the heap.
assert logged('d4', '[INFO] kind: hosted')
isNotBound('d4', 'the heap is not on its runtime class path: its host provides it')
isLinked('d4-host', counting, '1.0', 'linked explicitly')

// d8: bound by a dependency, to its default.
isAdopted('d8', 'agent', system)
assert printed('d8').endsWith("bound to ${system} ${heapwrightVersion} (default for a hosted artifact)")

// d12: an application for Java 25; default-allocator is one for 17.
isLinked('d12', jemalloc, heapwrightVersion, 'default for an application')

// d14: the unit tests of a library.
isNotBound('d14', 'a library leaves the choice to its users')
assert logged('d14', "[INFO] tests: bound to ${jemalloc} ${heapwrightVersion} (default for an application)")
assert printed('d14').endsWith(", bound to ${jemalloc} ${heapwrightVersion} (default for an application)")
