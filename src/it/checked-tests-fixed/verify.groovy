def log = new File(basedir, 'build.log').text.normalize()
assert !log.contains('[Heapwright/') && !log.contains('[WARNING]')
assert log.readLines().findAll { it.startsWith('[INFO] checked glue: ') } == [
    '[INFO] checked glue: nothing found at exit; JVM reports: 2',
    '[INFO] checked glue: nothing found at exit; JVM reports: 1'
]
