// Runs a program that has to extract its native library, as no earlier run has done so in its directory, and returns
// its output.
return { List<String> command, String options = '' ->
    def natives = File.createTempDir()
    def errors = File.createTempFile('errors', '.log')
    try {
        def builder = new ProcessBuilder(command*.toString()).redirectError(errors)
        builder.environment().JAVA_TOOL_OPTIONS = "-Dheapwright.natives.directory=${natives} ${options}".toString()
        def process = builder.start()
        def text = process.inputStream.text.trim()
        // The JVM reports that it has read the variable, and prints no warning.
        assert errors.readLines().every { it.startsWith('Picked up ') }
        assert process.waitFor() == 0
        assert natives.list().any { it.contains('jemalloc') } : text
        text
    } finally {
        errors.delete()
        natives.deleteDir()
    }
}
