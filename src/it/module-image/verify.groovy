def printed = evaluate(new File(basedir, '../printed.groovy'))
def binding = "dev.heapwright.jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)"

def target = "${basedir}/app/target"
def main = 'com.acme.app/com.acme.Main'
for (command in [
        ["${jdk}/bin/java", '-p', "${target}/image-app-1.0.jar:${target}/lib", '-m', main],
        ["${target}/package/acme/bin/acme"],
        ["${basedir}/image/target/maven-jlink/default/bin/acme"]]) {
    assert printed(command, '--enable-native-access=dev.heapwright.memory') == 'module com.acme.app is bound to ' + binding
}
