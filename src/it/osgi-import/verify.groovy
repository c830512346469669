def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('kind: hosted (bnd-maven-plugin makes an OSGi bundle)')

def page = new File(docs, 'diagnostics/NotBound.md').text
def shown = (page =~ /(?ms)^<!-- compared by: src\/it\/osgi-import\/verify\.groovy -->\n```text\n(.*?)\n```$/)[0][1]
assert log.replace(basedir.canonicalPath + '/', '').contains(shown)

// What it says to add is what the twin adds.
def fixed = new File(docs, '../src/it/osgi-import-fixed/bnd.bnd').readLines()
def help = shown.readLines()*.trim().findAll { it.startsWith('-') || it.startsWith('Import-Package: !java') }
assert help == fixed.findAll { !it.startsWith('#') }
