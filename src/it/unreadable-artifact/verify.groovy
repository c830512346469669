def log = new File(basedir, 'build.log').text
assert log.contains('[Heapwright/UnreadableArtifact] com.acme:torn:1.0 cannot be read')
assert log.contains('torn-1.0.jar')
assert !new File(basedir, 'target/generated-sources/heapwright').exists()
assert !log.contains('Exception')
