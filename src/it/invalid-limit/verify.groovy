def log = new File(basedir, 'build.log').text.normalize()
assert log =~ /\[Heapwright\/InvalidConfiguration] limit '512mb' is not a number of bytes greater than 0; did you mean 512m\?\n    at .*pom\.xml:30:\d+\n  help: set limit to a number of bytes such as 64k, 512m or 1g, or leave it out\n/
assert !new File(basedir, 'target/classes').exists()
