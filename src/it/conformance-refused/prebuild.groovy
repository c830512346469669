// One module for each order of the dependencies of m13.
def pom = new File(basedir, 'm13/pom.xml').text
def dependencies = pom.findAll(/(?ms)^    <dependency>.*?^    <\/dependency>\n/)
assert dependencies.size() == 3
[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].eachWithIndex { order, index ->
    def module = new File(basedir, "m13-${index + 1}")
    module.mkdirs()
    new File(module, 'pom.xml').text = pom
            .replace('<artifactId>m13</artifactId>', "<artifactId>m13-${index + 1}</artifactId>")
            .replace(dependencies.join(), order.collect { dependencies[it] }.join())
}

// For e2: the allocator of com.acme.parts:pool with other POMs, as if it had been published with them. One depends on an
// artifact that has another name now. The other depends on one that is in a repository which only that POM names.
def publish = { File repository, String artifact, String jar, String content ->
    def folder = new File(repository, "com/acme/poms/${artifact}/1.0")
    folder.mkdirs()
    new File(folder, "${artifact}-1.0.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme.poms</groupId>
  <artifactId>${artifact}</artifactId>
  <version>1.0</version>
  ${content}
</project>
"""
    if (jar) {
        new File(folder, "${artifact}-1.0.jar").bytes =
                new File(localRepositoryPath, "com/acme/parts/${jar}/1.0/${jar}-1.0.jar").bytes
    }
}
def on = { group, artifact ->
    """<dependencies>
    <dependency><groupId>com.acme.${group}</groupId><artifactId>${artifact}</artifactId><version>1.0</version></dependency>
  </dependencies>"""
}
publish(localRepositoryPath, 'old-left', null, """<distributionManagement>
    <relocation><groupId>com.acme.parts</groupId><artifactId>left</artifactId></relocation>
  </distributionManagement>""")
publish(localRepositoryPath, 'by-old-name', 'pool', on('poms', 'old-left'))
def far = new File(basedir, 'far-repository')
publish(far, 'far-left', 'left', on('parts', 'program'))
publish(localRepositoryPath, 'by-repository', 'pool', """<repositories>
    <repository><id>far</id><url>${far.toURI()}</url><releases><checksumPolicy>ignore</checksumPolicy></releases></repository>
  </repositories>
  ${on('poms', 'far-left')}""")
return true
