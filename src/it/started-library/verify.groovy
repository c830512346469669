def log = new File(basedir, 'build.log').text.normalize()
def page = new File(docs, 'diagnostics/NotBound.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/started-library\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 2

// The build tells it before anybody starts the program.
assert log.contains('kind: library (no main class is configured)')
assert log.replace(basedir.canonicalPath + '/', '').contains(shown[0])
assert log.contains('verified: not bound')

// The program tells it, too: its jar says that it was built as a library.
def classPath = new File(basedir, 'target/started-library-1.0.jar').path + File.pathSeparator + new File(basedir, 'target/class-path').text.trim()
def program = [new File(jdk, 'bin/java').path, '--enable-native-access=ALL-UNNAMED', '-cp', classPath, 'com.acme.Main'].execute()
assert program.err.text.normalize().contains(shown[1])

// What it says to add is what the twin adds.
def help = shown[0].readLines().findAll { it.contains('<') }*.trim()
def fixed = new File(docs, '../src/it/started-library-fixed/pom.xml').readLines()*.trim()
assert help && Collections.indexOfSubList(fixed, help) >= 0
