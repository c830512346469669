import org.apache.maven.Maven
import org.apache.maven.execution.DefaultMavenExecutionRequest

// Like a daemon: runs build after build in one JVM, in one Maven container, which keeps the plugins that it has loaded.
def container = session.container
def build = { String folder, List<String> goals, Map<String, String> properties = [:] ->
    def request = DefaultMavenExecutionRequest.copy(session.request)
    request.baseDirectory = new File(project.basedir, folder)
    request.pom = new File(request.baseDirectory, 'pom.xml')
    request.goals = goals
    request.userProperties.putAll(properties)
    def result = container.lookup(Maven).execute(request)
    if (result.hasExceptions()) {
        throw result.exceptions.first()
    }
}

def jar = new File(session.request.localRepositoryPath, 'com/acme/daemon-index/1/daemon-index-1.jar')
def realms = [] as Set
def replaceAndBuild = { String sources, Long time = null ->
    build('index', ['clean', 'install'], [sources: sources])
    if (time != null) {
        jar.lastModified = time
    }
    println "daemon: index of src/${sources}, ${jar.length()} bytes of ${jar.lastModified()}"
    build('app', ['verify'])
    // All that were ever seen: one that is discarded and recreated counts twice.
    realms += container.containerRealm.world.realms.findAll { it.id.startsWith('plugin>dev.heapwright:heapwright-maven-plugin:') }
    println "daemon: the plugin was loaded ${realms.size()} time(s)"
}

replaceAndBuild('needs')
replaceAndBuild('pool')
// Only its content distinguishes this jar from the previous one.
replaceAndBuild('slab', jar.lastModified())
replaceAndBuild('needs')
