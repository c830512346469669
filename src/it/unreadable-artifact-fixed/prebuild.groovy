// Puts com.acme:whole:1.0 into the repository as if somebody had published it.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def folder = new File(localRepositoryPath, 'com/acme/whole/1.0')
folder.mkdirs()
new File(folder, 'whole-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>whole</artifactId><version>1.0</version>
</project>'''
def jar = new File(folder, 'whole-1.0.jar')
new ZipOutputStream(jar.newOutputStream()).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('readme.txt'))
    zip.write('a jar'.bytes)
    zip.closeEntry()
}
return true
