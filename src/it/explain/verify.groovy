def log = new File(basedir, 'build.log').text
assert log.normalize().contains(new File(docs, 'diagnostics/TwoAllocators.md').text)
assert log.contains('\nTwoAllocators             a final artifact would be linked to several allocators\n')
assert log.contains('\nUncompiledGlue            glue was not generated, or not compiled\n')
assert log.contains('heapwright:bind') && log.contains('heapwright:check') && log.contains('heapwright:explain')
assert log.contains("unknown diagnostic 'TwoAlocators'; did you mean TwoAllocators? mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators")
assert log.normalize().contains(new File(docs, 'diagnostics/NotBound.md').text)
