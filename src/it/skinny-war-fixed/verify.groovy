import java.nio.file.Files
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text.normalize()
assert log.contains('verified: bound with a heap of their own: com.acme-skinny-war-fixed-web-1.0.war')
assert log.count('verified: bound only to dev.heapwright.system.SystemAllocator') == 2
assert log.contains('verified: not bound')

def unzip = { File archive, String name ->
    def folder = new File(basedir, "unpacked/${name}")
    new ZipFile(archive).withCloseable { zip ->
        zip.entries().findAll { !it.directory }.each { entry ->
            def file = new File(folder, entry.name)
            file.parentFile.mkdirs()
            zip.getInputStream(entry).withCloseable { Files.copy(it, file.toPath()) }
        }
    }
    folder
}
def jars = { File folder -> (folder.listFiles() ?: [])*.toURI()*.toURL() }

// As a server loads them: the libraries of the ear in one class loader, and each web archive in one below it.
def binding = { String shop, String web ->
    def ear = unzip(new File(basedir, "${shop}/target/skinny-war-fixed-${shop}-1.0.ear"), shop)
    def war = unzip(new File(ear, "com.acme-skinny-war-fixed-${web}-1.0.war"), web)
    def shared = new URLClassLoader(jars(new File(ear, 'lib')) as URL[], ClassLoader.platformClassLoader)
    def own = new URLClassLoader([new File(war, 'WEB-INF/classes/').toURI().toURL(), *jars(new File(war, 'WEB-INF/lib'))] as URL[], shared)
    def pages = own.loadClass('com.acme.web.Pages')
    assert (pages.classLoader == own) && (own.loadClass('dev.heapwright.heap.Heap').classLoader == (web == 'web' ? own : shared))
    pages.getMethod('binding').invoke(null)
}
def system = "dev.heapwright.system.SystemAllocator ${heapwrightVersion} (default for a hosted artifact)"
assert binding('shop', 'web') == system
assert binding('shared-shop', 'shared-web') == system
