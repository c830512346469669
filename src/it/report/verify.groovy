def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'target/heapwright/report.html')
def page = file.getText('UTF-8')

// One page for the modules of each build, in the order of the reactor.
assert log.count('report written to ' + file.canonicalPath) == 3 + 4
assert (page =~ /<h2>(com\.acme:.*?)<\/h2>/).collect { it[1] } == ['com.acme:pool', 'com.acme:app', 'com.acme:app-with-two']
assert (page =~ /<p class="outcome [a-z-]+">(.*?)<\/p>/).collect { it[1] } == [
    'not bound: a library leaves the choice to its users',
    'bound to dev.heapwright.system.SystemAllocator ' + heapwrightVersion + ' (default for an application for Java 17, as jemalloc needs Java 22)',
    'refused, not bound',
]
assert page.contains('[Heapwright/TwoAllocators] com.acme:app-with-two would link 2 allocators; an application must link exactly one')
assert page.contains('<h1>TwoAllocators</h1>')
assert page.contains('dev.heapwright:heapwright-allocators:' + heapwrightVersion + '; available: jemalloc, mimalloc, system')
assert page.contains('com.acme:app-with-two -&gt; com.acme:pool:1.0')
assert page.count('<svg ') == 3
assert !page.contains('<script') && !page.contains('href=')

// No separate page for each module.
assert !new File(basedir, 'app/target/heapwright').exists()
