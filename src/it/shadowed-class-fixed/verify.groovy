assert new File(basedir, 'target/classes/META-INF/versions/17/com/acme/Memory.class').exists()
assert new File(basedir, 'build.log').text.contains('verified: ')
