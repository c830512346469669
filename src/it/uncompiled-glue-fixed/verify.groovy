assert new File(basedir, 'build.log').text.contains('verified: bound only to dev.heapwright.system.SystemAllocator')
