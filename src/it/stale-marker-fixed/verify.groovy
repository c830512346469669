assert new File(basedir, 'target/classes/com/acme/Index.class').exists()
assert !new File(basedir, 'target/classes/META-INF/heapwright').exists()
