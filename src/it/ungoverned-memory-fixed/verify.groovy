def page = new File(docs, 'audit.md').getText('UTF-8')
def shown = { String language -> (page =~ /(?ms)^```${language}\n(.*?)^```$/).collect { it[1] } }
def written = { String file -> new File(basedir, file).getText('UTF-8').replace(heapwrightVersion, '…') }

// docs/audit.md shows the output; an ellipsis there stands for the version of Heapwright.
assert shown('text') == [written('target/audit.txt'), written('heapwright-audit.txt')]
assert shown('json') == [written('target/audit.json')]

def builds = new File(basedir, 'build.log').text.normalize().split('Scanning for projects')
assert builds[3].contains('takes native memory that nobody governs, in 2 places that are not in the baseline')
assert builds[4].contains('baseline written to ') && builds[4].contains('mapped files        1  nobody')
assert builds[5].contains('BUILD SUCCESS') && !builds[5].contains('UngovernedMemory')
