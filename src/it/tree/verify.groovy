def log = new File(basedir, 'build.log').text.normalize()
def page = new File(docs, 'tree.md').getText('UTF-8')
def shown = { String language -> (page =~ /(?ms)^```${language}\n(.*?)^```$/).collect { it[1] } }

// docs/tree.md shows the output; an ellipsis there stands for the version of Heapwright.
def written = { String file -> new File(basedir, file).getText('UTF-8').replace(heapwrightVersion, '…')
        .replaceAll(/at \S*(\/app-with-two\/pom\.xml):\d+:\d+/, 'at …\$1:…') }
assert shown('text').size() == 4
assert written('app/target/tree.txt') == shown('text')[0]
assert written('app/target/why.txt') == shown('text')[1]
assert written('app-with-two/target/tree.txt') == shown('text')[2]
assert log.replace(heapwrightVersion, '…').contains('[INFO] \n' + shown('text')[3])

// All artifacts, only if they are asked for.
assert written('app/target/verbose.txt').contains('─ dev.heapwright:heapwright-natives:…\n')
assert !written('app/target/verbose.txt').contains('hidden')
assert shown('dot') == [written('app/target/tree.dot')]
assert shown('json') == [written('app/target/tree.json')]

// For classes that are not compiled, the output says that nothing is known.
assert written('app/target/early.txt').contains('''compiled for Java 17
refused, not bound
[Heapwright/UnreadableArtifact] module com.acme:pool:1.0 of this build is not compiled
''')
assert written('pool/target/early.txt').endsWith('''
com.acme:pool:1.0 [allocator: com.acme.PoolAllocator]

1 unrelated artifact hidden; verbose shows it
''')

// Each module has its own file, and nothing was bound in order to write it.
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'io/target/tree.json')).decision.outcome == 'not-bound'
assert !new File(basedir, 'app/target/generated-sources/heapwright').exists()

// The default allocator is the same before and after the module is bound: it is there already, and nothing is added.
def reason = 'bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)'
def along = 'heapwright-allocators:' + heapwrightVersion + ' [available: jemalloc, mimalloc, system]'
def build = log.split('Scanning for projects')[8]
assert build.count('[INFO] ' + reason) == 1 && build.count(reason) == 3 && build.count(along) == 2
assert log.contains("[Heapwright/InvalidConfiguration] unknown output type 'graphml'")
