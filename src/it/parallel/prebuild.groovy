// Eight applications, every second of which declares its allocator.
def explicit = '''<dependencies>
    <dependency>
      <groupId>dev.heapwright</groupId>
      <artifactId>heapwright-system</artifactId>
    </dependency>'''
for (number in 1..8) {
    def copy = new File(basedir, "app${number}")
    def source = new File(copy, 'src/main/java/com/acme/Main.java')
    source.parentFile.mkdirs()
    source.text = new File(basedir, 'app/src/main/java/com/acme/Main.java').text
    def pom = new File(basedir, 'app/pom.xml').text.replace('<artifactId>app</artifactId>', "<artifactId>app${number}</artifactId>")
    new File(copy, 'pom.xml').text = number % 2 == 0 ? pom.replace('<dependencies>', explicit) : pom
}
return true
