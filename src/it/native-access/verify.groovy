def log = new File(basedir, 'build.log').text.normalize()

// The page shows the output; an ellipsis there stands for what differs between machines.
def page = new File(docs, 'diagnostics/NativeAccess.md').text
def shown = (page =~ /(?ms)^## Message\n.*?^```text\n(.*?)\n```/)[0][1]
assert log =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')

// Each jar is reported once, with the plugin that has written its manifest.
def told = (log =~ /\[Heapwright\/NativeAccess] (\S+) is executable(?s:.*?)the configuration of (\S+):\n/)
        .collect { [it[1], it[2]] }
assert told == [
    ['native-access-1.0.jar', 'maven-jar-plugin'],
    ['native-access-1.0-shaded.jar', 'maven-shade-plugin'],
    ['native-access-1.0-jar-with-dependencies.jar', 'maven-assembly-plugin'],
    ['native-access-1.0-boot.jar', 'maven-jar-plugin'],
]

// The page's POMs are this one and that of the twin, for which there are no warnings.
def stripped = { String text -> text.readLines()*.trim() }
def xml = (page =~ /(?ms)^```xml\n(.*?)^```$/).collect { stripped(it[1]) }
def poms = ['native-access', 'fat-jar'].collect { stripped(new File(basedir, "../${it}/pom.xml").text) }
assert xml.size() == 3
assert xml.every { block -> poms.any { Collections.indexOfSubList(it, block) >= 0 } }
