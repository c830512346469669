// Puts a jar into the repository that is unusual in the same ways, but not in anything that Heapwright relies on.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def folder = new File(localRepositoryPath, 'com/acme/odd/1.0')
folder.mkdirs()
new File(folder, 'odd-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>odd</artifactId><version>1.0</version>
</project>'''
def jar = new File(folder, 'odd-1.0.jar')
def zeros = new byte[1 << 20]
new ZipOutputStream(jar.newOutputStream()).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('com/acme/large.bin'))
    256.times { zip.write(zeros) }
    for (name in ['META-INF/LICENSE', 'META-INF/LICENS_', 'com/acme/\nline.txt'] + (1..5000).collect { "com/acme/${it}.txt".toString() }) {
        zip.putNextEntry(new ZipEntry(name))
    }
}
jar.bytes = jar.getText('ISO-8859-1').replace('META-INF/LICENS_', 'META-INF/LICENSE').getBytes('ISO-8859-1')
return true
