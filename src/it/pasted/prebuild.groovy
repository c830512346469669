def loader = new GroovyClassLoader(getClass().classLoader)
loader.addClasspath(testClasses)
def pasted = loader.loadClass('dev.heapwright.maven.pasted.PastedProject')

def ids = [:]
for (reactor in ['refused', 'accepted']) {
    def folder = new File(basedir, "../${reactor}")
    for (module in new groovy.xml.XmlSlurper(false, false).parse(new File(folder, 'pom.xml')).modules.module*.text()) {
        def original = new File(folder, module).canonicalFile
        def log = new File(original, 'build.log')
        assert log.exists() : "${original.name} was not built before: run this test with refused and accepted"
        def found = pasted.paste(original.toPath(), new File(basedir, original.name).toPath(), log.getText('UTF-8'))
        if (found) {
            ids[original.name] = found
        }
    }
}

def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('<modules/>', '<modules>' + ids.keySet().collect { "<module>${it}</module>" }.join() + '</modules>')
new File(basedir, 'pasted.properties').text = ids.collect { project, found -> "${project}=${found.join(' ')}\n" }.join()
return true
