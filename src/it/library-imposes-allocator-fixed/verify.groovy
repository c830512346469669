def log = new File(basedir, 'build.log').text
assert log.contains('checked: not bound')
assert !log.contains('[WARNING]')
