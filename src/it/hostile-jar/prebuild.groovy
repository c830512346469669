// Puts jars into the repository as if published by an attacker.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

File publish(String name, Map<String, Closure> entries) {
    def folder = new File(localRepositoryPath, "com/acme/${name}/1.0")
    folder.mkdirs()
    new File(folder, "${name}-1.0.pom").text = """<project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>com.acme</groupId><artifactId>${name}</artifactId><version>1.0</version>
    </project>"""
    def jar = new File(folder, "${name}-1.0.jar")
    new ZipOutputStream(jar.newOutputStream()).withCloseable { zip ->
        entries.each { path, content ->
            zip.putNextEntry(new ZipEntry(path))
            content(zip)
            zip.closeEntry()
        }
    }
    return jar
}

def folder = 'META-INF/heapwright/allocator/'
def marker = { String type -> { out -> out.write("contract=1\nname=com.acme.${type}\n".bytes) } }
def zeros = new byte[1 << 20]

// 256 MiB of class file.
publish('bomb', [(folder + 'com.acme.Bomb'): marker('Bomb'), 'com/acme/Bomb.class': { out -> 256.times { out.write(zeros) } }])

// The same name twice, which no program that writes jars allows.
def doubled = publish('doubled', [(folder + 'com.acme.Double'): marker('Double'), (folder + 'com.acme.Doubl_'): marker('Other')])
doubled.bytes = doubled.getText('ISO-8859-1').replace('com.acme.Doubl_', 'com.acme.Double').getBytes('ISO-8859-1')

// A name that would become a line of the log if it were printed verbatim.
publish('forged', [(folder + 'com.acme.\n[INFO] bound to com.acme.Forged'): marker('Forged')])

publish('many', (1..5000).collectEntries { [("META-INF/heapwright/needs-allocator/com.acme.C${it}".toString()): { out -> out.write('contract=1\n'.bytes) }] })
return true
