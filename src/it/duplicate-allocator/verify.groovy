def log = new File(basedir, 'build.log').text
for (name in ['DebugAllocator', 'PoolAllocator']) {
    assert log.contains("${name}.java:[6,14] [Heapwright/DuplicateAllocator] com.acme.${name} is one of 2 allocators in this module")
}
