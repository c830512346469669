def log = new File(basedir, 'build.log').text
def readme = new File(docs, '../README.md').text

def error = (readme =~ /(?ms)^```text\n(CountingAllocator.java:.*?)^```$/)[0][1]
assert log.normalize().contains(error)
