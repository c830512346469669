assert new File(basedir, 'target/classes/com/acme/Index.class').exists()
def markers = []
new File(basedir, 'target/classes/META-INF').eachFileRecurse(groovy.io.FileType.FILES) { markers << it.name }
assert markers == []
