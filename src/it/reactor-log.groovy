// The log of a reactor, split by module by dev.heapwright.maven.reactor.ReactorLog.
def loader = new GroovyClassLoader(getClass().classLoader)
loader.addClasspath(testClasses)
return loader.loadClass('dev.heapwright.maven.reactor.ReactorLog').newInstance(new File(basedir, 'build.log').getText('UTF-8'))
