def log = evaluate(new File(basedir, '../reactor-log.groovy'))

// The log of each module, and its result.
logs = log.modules()
ends = log.outcomes()

def logged(String module, String text) {
    logs[module].contains(text)
}

/** Without their places, each of which is that of a dependency in the module's POM. */
def messages(String module) {
    def pom = new File(basedir, "${module}/pom.xml").readLines()
    logs[module].findAll(/(?ms)^\[ERROR\] (\[Heapwright\/.*?  more: .*?)$/) { it[1] }.collect { message ->
        def place = (message =~ /\n    at \S*${module}\/pom\.xml:(\d+):(\d+)\n/)[0]
        assert pom[place[1].toInteger() - 1].substring(place[2].toInteger() - 1) == '<dependency>'
        message.replace(place[0], '\n')
    }
}

/** Asserts that these are the complete messages of a module, and that nothing was generated. */
def isRefused(String module, List expected) {
    assert ends[module] == 'FAILURE' : module
    assert messages(module) == expected*.toString()
    assert !new File(basedir, "${module}/target/generated-sources/heapwright").exists()
}

/** The output of the module's program; Maven 4 prefixes it with [INFO] [stdout]. */
def bindings(String module) {
    logs[module].findAll(/(?m)^(?:\[\w+\] )*${module}: .*, bound to (.*)$/) { it[1] }
}

def isPutRight(String module, String binding) {
    assert ends[module] == 'SUCCESS' : module
    assert bindings(module) == [binding]
}

def twoAllocators(String module, int count, List first, List second, String... help) {
    twoAllocators(module, count, [first, second], help)
}

def twoAllocators(String module, int count, List<List> allocators, String... help) {
    def width = allocators*.get(0)*.length().max()
    """[Heapwright/TwoAllocators] com.acme.refused:${module} would link ${count} allocators; an application must link exactly one
${allocators.collect { "    ${it[0].padRight(width)}  ${it[1]}" }.join('\n')}
  help: ${help.join('\n        ')}
  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators"""
}

def circularDependency(String allocator, String cycle, String... rest) {
    """[Heapwright/CircularDependency] circular dependency: allocator ${allocator} depends on com.acme.parts:program:1.0, which needs an allocator
    ${cycle}   (com.acme.parts.program.Program needs an allocator)
${rest.join('\n')}
  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency"""
}

def system = 'dev.heapwright.system.SystemAllocator'
def jemalloc = 'dev.heapwright.jemalloc.JemallocAllocator'
def counting = 'com.acme.parts.counting.CountingAllocator'
def pool = 'com.acme.parts.pool.Pool$Blocks'
def parts = 'com.acme.parts'
def own = { module -> "com.acme.refused:${module}" }
def remove = { artifact -> "keep one; to drop the second, remove the dependency on ${artifact}" }
def exclude = { dependency ->
    "keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme.parts:${dependency}:"
}

/** As the POM that puts it right has it, too. */
def exclusion = { dependency, artifact, indent = '        ' -> """<dependency>
  <groupId>com.acme.parts</groupId>
  <artifactId>${dependency}</artifactId>
  <version>1.0</version>
  <exclusions>
    <exclusion><groupId>com.acme.parts</groupId><artifactId>${artifact}</artifactId></exclusion>
  </exclusions>
</dependency>""".replace('\n', '\n' + indent) }
def isPasted = { module, dependency, artifact ->
    assert new File(basedir, "${module}/pom.xml").text.contains(exclusion(dependency, artifact, '    '))
}
def unbind = { artifact -> "to drop the first, have com.acme.parts:${artifact} built as a library: without glue" }

// c5: an allocator depends on a consumer, directly and indirectly; and a module depends on such an allocator.
def free = ['  help: an allocator may only depend on artifacts that need no allocator: remove the dependency,',
            '        or move the code that needs an allocator to another module; an allocator gets memory from',
            '        dev.heapwright.memory.CHeap'] as String[]
isRefused('c5-direct', [circularDependency('com.acme.refused.c5.direct.OwnAllocator',
        "${own('c5-direct')}:1.0 -> ${parts}:program:1.0 -> ${own('c5-direct')}:1.0", free)])
isRefused('c5-two-hops', [circularDependency('com.acme.refused.c5.twohops.OwnAllocator',
        "${own('c5-two-hops')}:1.0 -> ${parts}:left:1.0 -> ${parts}:program:1.0 -> ${own('c5-two-hops')}:1.0", free)])
def downstream = { module ->
    circularDependency('com.acme.parts.circular.CircularAllocator',
            "${parts}:circular:1.0 -> ${parts}:left:1.0 -> ${parts}:program:1.0 -> ${parts}:circular:1.0",
            "    via ${own(module)} -> ${parts}:circular:1.0",
            "  help: link another allocator, or have that dependency removed from ${parts}:circular")
}
isRefused('c5-downstream', [downstream('c5-downstream')])
assert ends['c5-fixed'] == 'SUCCESS'

// d10: a library that depends on a circular allocator. d11: two paths to the same consumer.
isRefused('d10', [downstream('d10')])
assert ends['d10-fixed'] == 'SUCCESS'
isRefused('d11', [circularDependency('com.acme.refused.d11.OwnAllocator',
        "${own('d11')}:1.0 -> ${parts}:left:1.0 -> ${parts}:program:1.0 -> ${own('d11')}:1.0", free)])

// e2: what an allocator depends on has another name now, or is in a repository that only the allocator's POM names.
def byPom = { module, artifact, left ->
    def allocator = "com.acme.poms:${artifact}:1.0"
    isRefused(module, [circularDependency(pool, "${allocator} -> ${left}:1.0 -> ${parts}:program:1.0 -> ${allocator}",
            "    via ${own(module)} -> ${allocator}",
            "  help: link another allocator, or have that dependency removed from com.acme.poms:${artifact}")])
}
byPom('e2-relocated', 'by-old-name', "${parts}:left")
byPom('e2-repository', 'by-repository', 'com.acme.poms:far-left')
['e2-relocated-fixed', 'e2-repository-fixed'].each { isPutRight(it, "${pool} 1.0 (linked explicitly)") }

// e5: an allocator with a classifier; without another: conformance-linked.
isRefused('e5-classifier', [twoAllocators('e5-classifier', 2,
        [counting, "via ${own('e5-classifier')} -> ${parts}:counting:1.0"],
        [pool, "via ${own('e5-classifier')} -> ${parts}:pool:jar:linux:1.0"],
        remove("${parts}:pool"))])

// c6: two allocators are declared.
isRefused('c6', [twoAllocators('c6', 2,
        [counting, "via ${own('c6')} -> ${parts}:counting:1.0"],
        [pool, "via ${own('c6')} -> ${parts}:pool:1.0"],
        remove("${parts}:pool"))])
isPutRight('c6-fixed', "${counting} 1.0 (linked explicitly)")

// c7: a dependency is bound, and an allocator is declared, or brought by another dependency.
isRefused('c7', [twoAllocators('c7', 2,
        [pool, "bound in ${own('c7')} -> ${parts}:bound:1.0"],
        [counting, "via ${own('c7')} -> ${parts}:counting:1.0"],
        remove("${parts}:counting"), unbind('bound'))])
isPutRight('c7-fixed', "${pool} 1.0 (linked explicitly)")
isRefused('c7-transitive', [twoAllocators('c7-transitive', 2,
        [pool, "bound in ${own('c7-transitive')} -> ${parts}:bound:1.0"],
        [counting, "via ${own('c7-transitive')} -> ${parts}:net:1.0 -> ${parts}:counting:1.0"],
        exclude('net'), exclusion('net', 'counting'), unbind('bound'))])
isPasted('c7-transitive-fixed', 'net', 'counting')
isPutRight('c7-transitive-fixed', "${pool} 1.0 (linked explicitly)")

// c8, c9: hosted artifacts are bound to allocators that their POMs do not list. Without the other allocator:
// conformance-linked.
isRefused('c8', [twoAllocators('c8', 2,
        [system, "bound in ${own('c8')} -> ${parts}:agent:1.0"],
        [jemalloc, "via ${own('c8')} -> dev.heapwright:heapwright-jemalloc:${heapwrightVersion}"],
        remove('dev.heapwright:heapwright-jemalloc'), unbind('agent'))])
isRefused('c9', [twoAllocators('c9', 2,
        [jemalloc, "bound in ${own('c9')} -> ${parts}:agent-on-jemalloc:1.0"],
        [system, "via ${own('c9')} -> dev.heapwright:heapwright-system:${heapwrightVersion}"],
        remove('dev.heapwright:heapwright-system'), unbind('agent-on-jemalloc'))])

// m2: the module's own allocator and a dependency's.
isRefused('m2', [twoAllocators('m2', 2,
        ['com.acme.refused.m2.OwnAllocator', "via ${own('m2')}"],
        [pool, "via ${own('m2')} -> ${parts}:pool:1.0"],
        remove("${parts}:pool"))])

// e4: one class in two artifacts is two allocators.
isRefused('e4', [twoAllocators('e4', 2,
        [counting, "via ${own('e4')}"],
        [counting, "via ${own('e4')} -> ${parts}:counting:1.0"],
        remove("${parts}:counting"))])

// m3: two dependencies bring one each.
isRefused('m3', [twoAllocators('m3', 2,
        [counting, "via ${own('m3')} -> ${parts}:net:1.0 -> ${parts}:counting:1.0"],
        [pool, "via ${own('m3')} -> ${parts}:io:1.0 -> ${parts}:pool:1.0"],
        exclude('io'), exclusion('io', 'pool'))])
isPasted('m3-fixed', 'io', 'pool')
isPutRight('m3-fixed', "${counting} 1.0 (linked explicitly)")

// d9: three allocators. m13: the same ones in any order.
for (module in ['d9'] + (1..6).collect { "m13-${it}" }) {
    isRefused(module, [twoAllocators(module, 3, [
            [system, "via ${own(module)} -> dev.heapwright:heapwright-system:${heapwrightVersion}"],
            [counting, "via ${own(module)} -> ${parts}:net:1.0 -> ${parts}:counting:1.0"],
            [pool, "via ${own(module)} -> ${parts}:io:1.0 -> ${parts}:pool:1.0"]],
            exclude('net'), exclusion('net', 'counting'),
            exclude('io').replace('keep one; to drop the second', 'to drop the third'), exclusion('io', 'pool'))])
}
isPasted('d9-fixed', 'io', 'pool')
isPasted('d9-fixed', 'net', 'counting')
isPutRight('d9-fixed', "${system} ${heapwrightVersion} (linked explicitly)")

// m4: one error for all missing functions, and one for each function that is wrong.
def compiler = { String module -> logs[module].findAll(/(?m)^\[ERROR\] \S*\/(\w+\.java:\[\d+,\d+\] \[Heapwright\/.*)$/) { it[1] } }
def broken = 'com.acme.refused.m4.BrokenAllocator'
assert ends['m4'] == 'FAILURE'
assert compiler('m4') == [
        "BrokenAllocator.java:[6,14] [Heapwright/MissingFunction] allocator ${broken} is missing 2 required functions",
        "BrokenAllocator.java:[9,33] [Heapwright/WrongSignature] ${broken}.allocate: parameter size is int, must be long",
        "BrokenAllocator.java:[13,5] [Heapwright/WrongSignature] ${broken}.deallocate is not public",
        "BrokenAllocator.java:[15,19] [Heapwright/WrongSignature] ${broken}.usableSize returns int, must return long"]*.toString()
for (missing in ['reallocate', 'reallocateInplace']) {
    assert logged('m4', "public static long ${missing}(long address, long oldSize, long size, long align)")
}

// m5: types that cannot be an allocator. Having several of them is one more error.
assert ends['m5'] == 'FAILURE'
assert compiler('m5').findAll { it.contains('NotAnAllocatorClass') } == [
        ['AGenericClass', '6,14', 'has type parameters'], ['ARecord', '6,8', 'is a record'],
        ['AnAbstractClass', '6,17', 'is abstract'], ['AnEnum', '6,8', 'is an enum'], ['AnInterface', '6,8', 'is an interface']
].collect { type, place, reason ->
    "${type}.java:[${place}] [Heapwright/NotAnAllocatorClass] com.acme.refused.m5.${type} cannot be an allocator: it ${reason}".toString()
}
