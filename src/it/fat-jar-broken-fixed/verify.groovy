def log = new File(basedir, 'build.log').text
assert log.count('verified: bound only to dev.heapwright.system.SystemAllocator') == 2

// The output of the programs, each started from a single jar: in the second, all packages are relocated.
def reason = "${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"
assert log.readLines().findAll { it.startsWith('read ') } == [
    "read 42, bound to dev.heapwright.system.SystemAllocator ${reason}",
    "read 42, bound to com.acme.hidden.heapwright.system.SystemAllocator ${reason}",
]*.toString()
