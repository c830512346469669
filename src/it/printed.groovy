// Runs a program that has to extract its native library, as no earlier run has done so where it looks, and has what it prints.
return { List<String> command, String options = '' ->
    def natives = File.createTempDir()
    def errors = File.createTempFile('errors', '.log')
    try {
        def builder = new ProcessBuilder(command*.toString()).redirectError(errors)
        builder.environment().JAVA_TOOL_OPTIONS = "-Dheapwright.natives.directory=${natives} ${options}".toString()
        def process = builder.start()
        def text = process.inputStream.text.trim()
        // The JVM tells that it has read the variable, and warns of nothing.
        assert errors.readLines().every { it.startsWith('Picked up ') }
        assert process.waitFor() == 0
        assert natives.list().any { it.contains('jemalloc') } : text
        text
    } finally {
        errors.delete()
        natives.deleteDir()
    }
}
