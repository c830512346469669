def log = new File(basedir, 'build.log').text.normalize()
def page = new File(docs, 'diagnostics/NotBound.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/skinny-war\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 2

// The war is right where it is built, and is no longer after the ear has taken the heap out of it.
assert log.contains('verified: bound only to dev.heapwright.system.SystemAllocator')
assert log.replaceAll(java.util.regex.Pattern.quote(basedir.canonicalPath + '/') + '(shop|excluded)/', '').replace("-${heapwrightVersion}.jar", '-….jar').contains(shown[0])

// A war that leaves its libraries out is told where it is built.
assert log.replace(basedir.canonicalPath + '/excluded/', '').contains(shown[1])
assert log.count('[ERROR] [Heapwright/NotBound]') == 2
