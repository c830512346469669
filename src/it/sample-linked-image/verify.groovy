def log = new File(basedir, 'build.log').text
def image = new File(basedir, 'linked-image/target/image')

// Seven rows of three numbers: bytes of jemalloc and of the C library, and the share of jemalloc.
def rows = { String text ->
    text.readLines().collect { it =~ /\s+(\S+) +(-?\d+) +(-?\d+) +(-?\d+\.\d) %/ }.findAll { it.matches() }
            .collectEntries { [it.group(1), [jemalloc: it.group(2) as long, cLibrary: it.group(3) as long, share: it.group(4) as double]] }
}
def consumers = ['Unsafe', 'allocateDirect', 'Arena', 'zlib', 'RocksDB', 'Netty', 'zstd']
def asked = 16L << 20

assert log =~ /linked-image: malloc is \S+lib\/libheapwright-jemalloc\.so \(linked\)/
assert log.contains("  bound to dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)")
assert log =~ /verified: \S+image is linked to jemalloc/
def linked = rows(log)
assert linked.keySet().toList() == consumers
linked.each { consumer, row ->
    assert row.jemalloc >= asked && row.share >= 95.0 : consumer
}

// The same program in the JDK, which is not linked: nothing of it is jemalloc's, and the C library counts as much.
def process = new ProcessBuilder("${jdk}/bin/java".toString(), '--sun-misc-unsafe-memory-access=allow',
        '-Dheapwright.natives.directory=' + new File(basedir, 'natives'), '-jar',
        new File(image, 'app/linked-image-1.0-SNAPSHOT.jar').path).redirectErrorStream(true).start()
def plain = process.inputStream.text
assert process.waitFor() == 0 : plain
assert plain =~ /linked-image: malloc is \S+ \(the C library\)/
assert rows(plain).keySet().toList() == consumers
rows(plain).each { consumer, row ->
    assert row.jemalloc == 0 && row.cLibrary >= asked * 0.95 : consumer
}

// The page shows the same consumers.
assert rows(new File(sampleProjects, 'linked-image/README.md').text).keySet().toList() == consumers
