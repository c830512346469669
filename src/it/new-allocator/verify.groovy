def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('created the allocator com.acme.pool.PoolAllocator in the folder pool-allocator')

// It fulfils the contract, and modules that depend on it are linked to it.
def report = new File(basedir, 'pool-allocator/target/surefire-reports/com.acme.pool.PoolAllocatorTest.txt').text
assert report =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/
assert new File(basedir, 'pool-allocator/target/classes/META-INF/heapwright/allocator/com.acme.pool.PoolAllocator').exists()

// The second time nothing is changed, and nothing is left of the one with the invalid name.
def refused = (log =~ /(?m)^\[ERROR] (\[Heapwright\/InvalidConfiguration] .*)$/).collect { it[1] }
assert refused == ["'pool-allocator' already exists and is not an empty folder", "'class' is not a valid Java class name"]
        .collect { "[Heapwright/InvalidConfiguration] ${it}".toString() }
assert basedir.list().toList().sort().findAll { it =~ /allocator|heapwright/ } == ['pool-allocator']
