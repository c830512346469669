// One module for each order of the dependencies of m13.
def pom = new File(basedir, 'm13/pom.xml').text
def dependencies = pom.findAll(/(?ms)^    <dependency>.*?^    <\/dependency>\n/)
assert dependencies.size() == 3
[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].eachWithIndex { order, index ->
    def module = new File(basedir, "m13-${index + 1}")
    module.mkdirs()
    new File(module, 'pom.xml').text = pom
            .replace('<artifactId>m13</artifactId>', "<artifactId>m13-${index + 1}</artifactId>")
            .replace(dependencies.join(), order.collect { dependencies[it] }.join())
}
return true
