// Another allocator, whose jar has the same size.
def pool = new File(basedir, 'index/src/pool/java/com/acme/PoolAllocator.java')
def slab = new File(basedir, 'index/src/slab/java/com/acme/SlabAllocator.java')
slab.parentFile.mkdirs()
slab.text = pool.text.replace('Pool', 'Slab')
return true
