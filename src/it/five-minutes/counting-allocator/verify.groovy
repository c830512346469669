// For the matrix; five-minutes itself is verified by the script beside its POM.
def marker = new File(basedir, 'target/classes/META-INF/heapwright/allocator/com.acme.CountingAllocator')
assert marker.isFile() : 'the processor has not left its marker'
