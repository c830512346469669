def log = new File(basedir, 'build.log').text
def printed = { String pattern -> log.readLines().findAll { it ==~ pattern } }

assert printed('  bound to .*') == [
        "  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)",
        "  bound to dev.heapwright.mimalloc.MimallocAllocator ${heapwrightVersion} (linked explicitly)",
        "  bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (linked explicitly)"]
        .collect { it.toString() }

// The same requests, whatever the allocator. Their order, and therefore what is evicted, varies.
def requests = printed(/http-cache: [\d,]{5,} GET, [\d,]{5,} PUT and [\d,]+ DELETE by 4 clients/)
assert requests.size() == 3 && requests.toSet().size() == 1
assert printed(/  answered in \d+\.\d\d s/).size() == 3

def number = { it.replace(',', '') as long }
def gets = number((requests[0] =~ /([\d,]+) GET/)[0][1])
def looked = printed(/  [\d,]+ hits, [\d,]+ misses, [\d,]+ evictions/)
assert looked.size() == 3
looked.each {
    def (hits, misses, evictions) = it.findAll(/[\d,]+\d|\d/).collect(number)
    assert hits + misses == gets && hits > 0 && misses > 0 && evictions > 0
}

// All direct memory belongs to the values: requests and responses have left nothing behind.
def values = (log =~ /(?m)^  [\d,]+ values of ([\d,]+) bytes, 33,554,432 allowed$/).collect { it[1] }
assert values.size() == 3 && values.every { number(it) > 30_000_000 && number(it) <= 33_554_432 }
assert (log =~ /(?m)^  ([\d,]+) bytes of direct memory$/).collect { it[1] } == values

def resident = printed(/  resident set: .*/)
assert resident.size() == 3
if (new File('/proc/self/status').exists()) {
    assert resident.every { it ==~ /  resident set: \d+\.\d MiB, \d+\.\d MiB at its peak/ }
}
// The tests of the sample run on each of the three, and neither the JVM nor Netty prints a warning.
assert printed(/\[INFO\] Tests run: 11, Failures: 0, Errors: 0, Skipped: 0/).size() == 3
assert printed(/(WARNING: |SEVERE: |http-cache: java|http-cache: io).*/).isEmpty()
