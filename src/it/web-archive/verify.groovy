import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert log.count('verified: bound only to dev.heapwright.system.SystemAllocator') == 2

def names = { String archive ->
    new ZipFile(new File(basedir, archive)).withCloseable { zip -> zip.entries()*.name }
}
def service = 'META-INF/services/dev.heapwright.heap.Binding'
// The module's classes are in a jar beside those of the dependencies.
def archived = names('archived-classes/target/archived-classes-1.0.war')
assert archived.contains('WEB-INF/lib/archived-classes-1.0.jar') && !archived.contains('WEB-INF/classes/' + service)
// They are in a folder, and in a separate jar beside the archive.
assert names('attached-classes/target/attached-classes-1.0.war').contains('WEB-INF/classes/' + service)
assert names('attached-classes/target/attached-classes-1.0-classes.jar').contains(service)
