def log = new File(basedir, 'build.log').text
def checked = (log =~ /(?m)check \(default-cli\) @ heapwright-(\w+) ---\n\[INFO\] verified: (.*)$/).collect { [it[1], it[2]] }
assert checked == [['system', 'not bound'], ['jemalloc', 'not bound'], ['mimalloc', 'not bound']]
// The allocators were actually checked.
for (allocator in ['system', 'jemalloc', 'mimalloc']) {
    assert new File(basedir, "${allocator}/target/classes/META-INF/heapwright/allocator").list().length == 1
}
