def log = new File(basedir, 'build.log').text.normalize()

// The page shows the output; an ellipsis there stands for what differs between machines.
def page = new File(docs, 'diagnostics/BrokenPackage.md').text
def shown = (page =~ /(?ms)^```text\n(.*?)\n```/).collect { it[1] }.find { it.contains('relocated-1.0.jar') }
assert log =~ shown.split('…', -1).collect { java.util.regex.Pattern.quote(it) }.join('.*')

assert log =~ /(?m)^\[ERROR] \[Heapwright\/BrokenPackage] excluded-1\.0\.jar does not register its glue as the only binding
    at .*excluded\/pom\.xml:\d+:\d+
    required: META-INF\/services\/dev\.heapwright\.heap\.Binding lists com\.acme\.excluded\.heapwright\.HeapwrightBinding
    found:    no such file$/
