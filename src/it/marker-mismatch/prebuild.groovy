// Puts com.acme:hostile:1.0 into the repository as if somebody had published it.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def folder = new File(localRepositoryPath, 'com/acme/hostile/1.0')
folder.mkdirs()
new File(folder, 'hostile-1.0.pom').text = '''<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>hostile</artifactId><version>1.0</version>
</project>'''
def jar = new File(folder, 'hostile-1.0.jar')
new ZipOutputStream(jar.newOutputStream()).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('META-INF/heapwright/allocator/com.acme.Evil'))
    zip.write('contract=1\nname=com.acme.Evil; } static { Runtime.getRuntime().exit(7); } class X {\n'.bytes)
    zip.closeEntry()
    zip.putNextEntry(new ZipEntry('META-INF/heapwright/allocator/../../../../evil'))
    zip.write('contract=1\nname=evil\n'.bytes)
    zip.closeEntry()
    zip.putNextEntry(new ZipEntry('META-INF/heapwright/allocator/com.acme.Absent'))
    zip.write('contract=1\nname=com.acme.Absent\n'.bytes)
    zip.closeEntry()
}
return true
