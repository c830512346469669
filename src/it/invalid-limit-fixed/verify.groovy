def log = new File(basedir, 'build.log').text
assert log =~ /read 42, bound to \S+ \S+ \(default for an application, observed, limit 512m\)/
