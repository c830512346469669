def log = new File(basedir, 'build.log').text
assert log.contains('verified: not bound')
assert !log.contains('[WARNING]')
