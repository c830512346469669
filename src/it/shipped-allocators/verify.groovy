// CurrentThread passes names of the JDK's methods on, which check tells.
def log = new File(basedir, 'build.log').text.replaceAll(/\[INFO\] not followed: dev\.heapwright\.memory\.CurrentThread\b.*\n/, '')
def checked = (log =~ /(?m)check \(default-cli\) @ heapwright-(\w+) ---\n\[INFO\] verified: (.*)$/).collect { [it[1], it[2]] }
def allocators = ['system', 'jemalloc', 'mimalloc', 'guarded', 'hardened']
assert checked == allocators.collect { [it, 'not bound'] }
// The allocators were actually checked.
for (allocator in allocators) {
    assert new File(basedir, "${allocator}/target/classes/META-INF/heapwright/allocator").list().length == 1
}
