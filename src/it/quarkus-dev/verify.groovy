def log = new File(basedir, 'build.log').text.normalize()
def launches = log.split(/Scanning for projects/).drop(1)
assert launches.size() == 3
assert log.count('BUILD SUCCESS') == 3
def binding = "bound to dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for an application for Java 17, as jemalloc needs Java 22)"

// The build warns only about the one that lacks the setting. The page shows the warning and the fix.
def warnings = launches[0].readLines().findAll { it.contains('quarkus:dev loads the heap in another class loader') }
assert warnings == ['[WARNING] [Heapwright/NotBound] quarkus:dev loads the heap in another class loader than this application, so it is not bound']
def page = new File(docs, 'diagnostics/NotBound.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/quarkus-dev\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert launches[0].replace(basedir.canonicalPath + '/apart/', '').contains(shown)
assert page.contains("```properties\n${new File(basedir, 'reloaded/src/main/resources/application.properties').text}```")

// With the setting, the program runs on its allocator; without it, it is not bound.
assert launches[1].contains('\n' + binding)
assert launches[2].contains("\n[Heapwright/NotBound] no allocator is bound to this program's heap")

// The packaged application is bound, with and without the setting; the JVM prints no warning if the manifest allows native access.
def shownForJar = (new File(docs, 'quarkus.md').text =~ /(?ms)^<!-- compared by: src\/it\/quarkus-dev\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert binding ==~ shownForJar.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')
for (module in ['reloaded', 'apart']) {
    def command = 'java -jar quarkus-app/quarkus-run.jar'.tokenize(' ')
    command[0] = "${jdk}/bin/java".toString()
    def process = new ProcessBuilder(command).directory(new File(basedir, module + '/target')).redirectErrorStream(true).start()
    def printed = process.inputStream.text
    assert process.waitFor() == 0 && printed.contains(binding) : printed
    assert printed.contains('WARNING: Use --enable-native-access=ALL-UNNAMED') == (module == 'reloaded') : printed
}
