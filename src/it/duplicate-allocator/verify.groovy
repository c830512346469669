def log = new File(basedir, 'build.log').text
for (name in ['DebugAllocator', 'PoolAllocator']) {
    assert log.contains("${name}.java:[6,14] [Heapwright/DuplicateAllocator] com.acme.${name}: module has 2 @Allocator classes; only one is allowed")
}
