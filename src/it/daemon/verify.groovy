def log = new File(basedir, 'build.log').text
def jar = ~/, \d+ bytes of \d+$/
def told = log.readLines().findAll { it.startsWith('daemon: ') || it.startsWith('[INFO] bound to ') || it.startsWith('[INFO] verified: ') }

// Each build decides according to the jar at that time, and none of them loads the plugin again.
def loaded = 'daemon: the plugin was loaded 1 time(s)'
def byDefault = [
    "[INFO] bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)".toString(),
    '[INFO] verified: bound only to dev.heapwright.system.SystemAllocator',
    loaded
]
def explicitly = { name ->
    ["[INFO] bound to ${name} 1 (linked explicitly)".toString(), "[INFO] verified: bound only to ${name}".toString(), loaded]
}
assert told*.replaceFirst(jar, '') == [
    'daemon: index of src/needs', *byDefault,
    'daemon: index of src/pool', *explicitly('com.acme.PoolAllocator'),
    'daemon: index of src/slab', *explicitly('com.acme.SlabAllocator'),
    'daemon: index of src/needs', *byDefault
]

// Those two jars had the same size and time.
def (needs, pool, slab) = told.findResults { (it =~ jar).with { it.find() ? it.group() : null } }
assert pool == slab
assert needs != pool
