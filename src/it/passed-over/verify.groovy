def log = new File(basedir, 'build.log').text.normalize()
def pool = 'com.acme:passed-over-pool:1.0'

// In each of the programs, the line that follows says what was passed over, and why.
def binding = "bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"
for (passedOver in [
        "${pool} (excluded from com.acme:passed-over-mid:1.0)",
        "${pool} (managed only)",
        "${pool} (optional in com.acme:passed-over-io:1.0)",
        "${pool} (scope provided)",
        'com.acme:passed-over-vendor:1.0 (scope system)',
        "${pool} (scope test)",
        'com.acme:passed-over-unprocessed:1.0 (com.acme.unprocessed.PoolAllocator is annotated @Allocator, but was compiled without the processor)',
]) {
    assert log.contains("[INFO] ${binding}\n[INFO] passed over: ${passedOver}\n") : passedOver
}

def page = new File(docs, 'applications.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/passed-over\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert log.contains(shown.replace('…', heapwrightVersion))

assert log.contains("[INFO] not bound: nothing here needs an allocator\n[INFO] passed over: ${pool} (scope test)\n")
assert log.count('passed over:') == 8
