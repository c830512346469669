def log = new File(basedir, 'build.log').text
assert log.contains('read 42, bound to com.acme.pool.PoolAllocator 1.0 (linked explicitly)')
