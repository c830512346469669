def log = new File(basedir, 'build.log').text.normalize()
assert log.contains("""\
[Heapwright/InvalidConfiguration] there is no allocator 'dev.heapwright:heapwright-system:${heapwrightVersion}'
  help: an allocator of your own is linked by depending on it:
        <dependency><groupId>dev.heapwright</groupId><artifactId>heapwright-system</artifactId><version>${heapwrightVersion}</version></dependency>
        the parameter takes what comes along: default, none, system, jemalloc, mimalloc
""")
