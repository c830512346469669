// Puts com.acme:torn:1.0 into the repository as if somebody had published it.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def folder = new File(localRepositoryPath, 'com/acme/torn/1.0')
folder.mkdirs()
new File(folder, 'torn-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>torn</artifactId><version>1.0</version>
</project>'''
def jar = new File(folder, 'torn-1.0.jar')
jar.text = 'this is no jar'
return true
