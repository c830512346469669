def log = new File(basedir, 'build.log').text.normalize()
def page = new File(docs, 'messages.md').text.normalize()
def ours = new File(docs, 'diagnostics').listFiles().findAll { it.name.endsWith('.md') }*.text*.normalize()

// What differs in the log is the indentation, the empty lines, and how a compiler and Maven show a place.
def printed = log.readLines()*.replaceFirst(/ -> \[Help \d+]$/, '')*.trim().findAll { it }
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/compared\/verify\.groovy -->\n```text\n(.*?)\n```$/).collect { it[1] }
assert shown.size() == 22
for (block in shown) {
    if (block.startsWith('[Heapwright/')) {
        // The pages of the diagnostics are compared with the output themselves.
        assert ours.any { it.contains(block) }, block
    } else {
        def wanted = block.readLines()*.trim().findAll { it }
        def headline = wanted[0].replaceFirst(/^(?:\S+\.java:\d+: )?error: /, '')
        def at = printed.findIndexOf { it.endsWith(headline) }
        assert at >= 0, block
        assert printed.subList(at + 1, at + wanted.size()) == wanted.drop(1), block
    }
}
