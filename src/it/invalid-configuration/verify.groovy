def log = new File(basedir, 'build.log').text
assert log.contains("[Heapwright/InvalidConfiguration] there is no kind 'aplication'")
assert log.contains('help: set kind to application or library, or leave it out to have it detected')
