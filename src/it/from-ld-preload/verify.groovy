import java.util.regex.Pattern

def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('[INFO] launcher for jemalloc (configured) in ')

// The commands that the page shows, in the folder target.
def printed = new StringBuilder(log)
def run = { String command ->
    def process = new ProcessBuilder('sh', '-c', command).directory(new File(basedir, 'target')).redirectErrorStream(true)
    process.environment().PATH = "${jdk}/bin:${System.getenv('PATH')}".toString()
    def started = process.start()
    def text = started.inputStream.text.normalize()
    printed << text
    assert started.waitFor() == 0 : text
    text
}

// A library that is not there goes unnoticed, but for a line that is printed before the program's own.
assert !run('LD_PRELOAD=/opt/malloc/libjemalloc.so.2 java -jar app.jar').contains('mapped: ')
assert run('heapwright-launcher/heapwright-launch java -jar app.jar') == 'mapped: libheapwright-jemalloc.so\n'

// An ellipsis on the page stands for what differs from machine to machine.
def shown = (new File(docs, 'from-ld-preload.md').text =~ /(?ms)^<!-- compared by: src\/it\/from-ld-preload\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 3
for (text in shown) {
    assert printed =~ text.split('…', -1).collect { part -> Pattern.quote(part) }.join('.*') : text
}
