def log = evaluate(new File(basedir, '../reactor-log.groovy'))
def ids = new Properties()
new File(basedir, 'pasted.properties').withInputStream { ids.load(it) }

def all = [] as TreeSet
ids.each { project, found ->
    // One of the modules of fat-jar-broken is told what to do in words.
    def modules = log.modulesOf(new File(basedir, project)) - 'com.acme:excluded'
    println "${project}: ${found} ${log.outcome(modules)}"
    for (id in found.split(' ')) {
        assert !log.log(modules).contains("[Heapwright/${id}]") : "${project} still has ${id}"
        all << id
    }
    assert log.outcome(modules) == 'SUCCESS' : project
}

// OfferedHelpTest compares this list with the pages; that of InvalidConfiguration shows a message with help in words.
assert all == ([
    'BoundTwice', 'BrokenPackage', 'InvalidConfiguration', 'LibraryImposesAllocator', 'NativeAccess', 'NoAllocator', 'NotBound', 'NotProvided',
    'NotValidated', 'TwoAllocators', 'UnavailableForTarget',
] as TreeSet)
