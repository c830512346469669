def log = new File(basedir, 'build.log').text.normalize()
assert log.replaceAll(/(?m)^    at .*pom\.xml:\d+:\d+$/, '    at pom.xml').contains("""\
[Heapwright/InvalidConfiguration] unknown allocator 'dev.heapwright:heapwright-system:${heapwrightVersion}'
    at pom.xml
  help: to link your own allocator, leave this parameter out, and depend on it:
        <dependency><groupId>dev.heapwright</groupId><artifactId>heapwright-system</artifactId><version>${heapwrightVersion}</version></dependency>
        the parameter only accepts default, none, system, jemalloc or mimalloc
""")
