// The prebuild.groovy of a reactor: runs that of each of its projects before Maven is launched.
for (module in new groovy.xml.XmlSlurper(false, false).parse(new File(basedir, 'pom.xml')).modules.module*.text()) {
    def folder = new File(basedir, module).canonicalFile
    def script = new File(folder, 'prebuild.groovy')
    if (script.exists()) {
        new GroovyShell(getClass().classLoader, new Binding(binding.variables + [basedir: folder])).evaluate(script)
    }
}
return true
