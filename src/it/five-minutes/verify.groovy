import java.util.regex.Pattern

// Maven 4 marks what a program prints.
def log = new File(basedir, 'build.log').text.normalize().replace('[INFO] [stdout] ', '')

// The program in the image that is linked.
def command = "target/maven-jlink/default/bin/java --enable-native-access=ALL-UNNAMED -cp 'target/hello-1.0.jar:target/dependency/*' com.acme.Main"
def process = new ProcessBuilder(command.replace("'", '').tokenize(' '))
        .directory(new File(basedir, 'hello')).redirectErrorStream(true).start()
log += process.inputStream.text.normalize()
assert process.waitFor() == 0 : log

// An ellipsis stands for what is left out, and an arrow is what the log's encoding has for it.
def shown = new File(docs, '../README.md').text.normalize() =~
        /(?ms)^<!-- compared by: src\/it\/five-minutes\/verify\.groovy -->\n```text\n(.*?)\n```$/
assert shown.size() == 6
shown.each {
    def pattern = it[1].replace('→', '…').split('…', -1).collect { part -> Pattern.quote(part) }.join('(?s:.*)')
    assert log =~ pattern : it[1]
}
assert log.count('read 42, bound to ') == 5
assert log.count('No dependency problems found') == 2
assert new File(basedir, 'counting-allocator/target/classes/META-INF/heapwright/allocator/com.acme.CountingAllocator').isFile()
