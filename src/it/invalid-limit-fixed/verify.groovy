def log = new File(basedir, 'build.log').text
assert log =~ /read 42, bound to .*, observed, limit 512m\)/
