def log = new File(basedir, 'build.log').text
def message = """[Heapwright/TwoAllocators] com.acme:app links 2 allocators, an application links exactly 1
    dev.heapwright.system.SystemAllocator  via com.acme:app -> dev.heapwright:heapwright-system:${heapwrightVersion}
    com.acme.PoolAllocator                 via com.acme:app -> com.acme:io -> com.acme:pool:1.0
  help: keep one; to drop the second, exclude it where it comes in, in the dependency on com.acme:io:
        <exclusion><groupId>com.acme</groupId><artifactId>pool</artifactId></exclusion>
  more: mvn heapwright:explain -Did=TwoAllocators"""
assert log.normalize().contains(message)
assert !new File(basedir, 'app/target/generated-sources/heapwright').exists()
