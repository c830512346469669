// Types what README.md shows: whole files, and what is added to them later. As all of it is written before anything is
// built, each addition to a project makes a copy of it, with a number at the end of its folder's name.
def blocks = new File(docs, '../README.md').text.normalize() =~
        /(?ms)^<!-- (typed|added) by: src\/it\/five-minutes\/(\S+) -->\n```\w+\n(.*?)^```$/
assert blocks.find()
def versions = [:]
blocks.each { all, how, path, text ->
    def file = new File(basedir, path)
    if (how == 'typed') {
        file.parentFile.mkdirs()
        file.setText(text, 'UTF-8')
        return
    }
    def project = path.tokenize('/')[0]
    def number = versions.merge(project, 1, Integer::sum)
    def before = new File(basedir, number == 1 ? project : "${project}-${number}")
    def after = new File(basedir, "${project}-${number + 1}")
    before.eachFileRecurse(groovy.io.FileType.FILES) {
        def copy = new File(after, before.toPath().relativize(it.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = it.bytes
    }
    def pom = new File(after, path.substring(project.length() + 1))
    def end = '  </dependencies>\n'
    assert pom.text.count(end) == 1
    pom.setText(pom.text.replace(end, text + end), 'UTF-8')
}

// The commands between those of Maven. The image does not depend on what they build.
def jlink = 'jlink --add-modules java.base,jdk.unsupported --output target/maven-jlink/default'.tokenize(' ')
jlink[0] = new File(jdk, 'bin/jlink').path
def made = new ProcessBuilder(jlink).directory(new File(basedir, 'hello')).redirectErrorStream(true).start()
def messages = made.inputStream.text
assert made.waitFor() == 0 : messages

// The mistake that README.md describes.
def wrong = new File(basedir, 'counting-allocator-wrong')
for (path in ['pom.xml', 'src/main/java/com/acme/CountingAllocator.java']) {
    def copy = new File(wrong, path)
    copy.parentFile.mkdirs()
    copy.setText(new File(basedir, 'counting-allocator/' + path).text
            .replace('usableSize(long size', 'usableSize(int size'), 'UTF-8')
}
return true
