// The verify.groovy of a reactor: each of its projects is verified as if Maven had built nothing else.
def log = evaluate(new File(basedir, '../reactor-log.groovy'))

def projects = new groovy.xml.XmlSlurper(false, false).parse(new File(basedir, 'pom.xml')).modules.module*.text()
assert !projects.isEmpty()
for (project in projects) {
    def folder = new File(basedir, project).canonicalFile
    def modules = log.modulesOf(folder)
    def properties = new Properties()
    def file = new File(folder, 'invoker.properties')
    if (file.exists()) {
        file.withInputStream { properties.load(it) }
    }
    def expected = properties.getProperty('invoker.buildResult', 'success').toUpperCase()
    def outcome = log.outcome(modules)
    assert outcome == expected : folder.name
    new File(folder, 'build.log').setText(log.log(modules), 'UTF-8')

    def script = new File(folder, 'verify.groovy')
    assert script.exists() && script.text =~ /(?m)^ *assert / : "${folder.name} asserts nothing"
    println "${folder.name}: ${outcome}"
    def judged = new GroovyShell(getClass().classLoader, new Binding(binding.variables + [basedir: folder])).evaluate(script)
    assert judged != false : folder.name
}
return true
