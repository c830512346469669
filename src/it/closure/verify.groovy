def binding = { String of -> "read 42, bound to dev.heapwright.${of}".toString() }
def classPath = { String module -> "${basedir}/${module}/target/${module}-1.0.jar:${basedir}/${module}/target/lib/*" }
def jars = { String module -> new File(basedir, "${module}/target/lib").listFiles() as List }
def megabytes = { String module -> String.format(Locale.ROOT, '%.1f MB', jars(module)*.length().sum() / 1e6) }

// The sizes that the guide mentions.
def page = new File(docs, 'packaging.md').text.replaceAll(/\s+/, ' ')
assert page.contains("the smallest application has ${jars('enforced').size()} jars with ${megabytes('enforced')}")
assert page.contains("With one platform's libraries it has ${megabytes('one-platform')}, and without them ${megabytes('system-only')}")
assert jars('one-platform').findAll { it.name.contains('natives') }*.name == ["heapwright-natives-${heapwrightVersion}-linux-x64.jar"]
assert !jars('system-only').any { it.name.contains('natives') }

// All of them run.
def java = { String module -> ["${jdk}/bin/java", '--enable-native-access=ALL-UNNAMED', '-cp', classPath(module), 'com.acme.Main']*.toString() }
def printed = evaluate(new File(basedir, '../printed.groovy'))
if (System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64') {
    assert printed(java('one-platform')) == binding("jemalloc.JemallocAllocator ${heapwrightVersion} (default for an application)")
}
assert java('system-only').execute().text.trim() == binding("system.SystemAllocator ${heapwrightVersion} (configured default for an application)")
