def log = new File(basedir, 'build.log').text
def readme = new File(docs, '../README.md').text

// README.md shows this log.
def printed = (readme =~ /(?ms)^<!-- compared by: src\/it\/five-minutes\/verify\.groovy -->\n```text\n(.*?)^```$/).collect { it[1] }
assert printed.size() == 2
for (text in printed) {
    assert log.normalize().contains(text)
}
