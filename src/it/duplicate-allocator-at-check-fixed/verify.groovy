assert new File(basedir, 'target/classes/com/acme/DebugAllocator.class').exists()
assert new File(basedir, 'build.log').text.contains('verified: ')
