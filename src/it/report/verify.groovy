def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'target/heapwright/report.html')
def page = file.getText('UTF-8')

// One page for the modules of each build, what was refused first, the others in the order of the reactor.
assert log.count('report written to ' + file.canonicalPath) == 3 + 4
assert page.contains('<p>Modules: 1 refused, 1 bound, 1 not bound</p>')
assert (page =~ /<h2>(com\.acme:.*?)<\/h2>/).collect { it[1] } == ['com.acme:app-with-two', 'com.acme:pool', 'com.acme:app']
assert (page =~ /<p class="outcome [a-z-]+">(.*?)<\/p>/).collect { it[1] } == [
    'refused, not bound',
    'not bound: a library leaves the choice to its users',
    'bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)',
]
def text = page.replaceAll(/<[^>]*>/, '')
assert text.contains('[Heapwright/TwoAllocators] com.acme:app-with-two would link 2 allocators; an application must link exactly one')
assert page.contains('<h4>TwoAllocators</h4>')
assert text.contains('dev.heapwright:heapwright-allocators:' + heapwrightVersion + ' available: jemalloc, mimalloc, system')
assert text.contains('com.acme.PoolAllocator                 via com.acme:app-with-two → com.acme:pool:1.0')
assert text.contains('com.acme:app-with-two:1.0 → com.acme:pool:1.0')
assert page.count('<ul class="tree">') == 3

// No separate page for each module.
assert !new File(basedir, 'app/target/heapwright').exists()

// Who takes native memory, in the section of the module.
assert text.contains('com.acme:app:1.0Heap1the heapcom.acme.Main.main')
