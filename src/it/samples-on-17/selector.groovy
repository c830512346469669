// The machine that runs Maven and the build need not have Java 17.
return new File(toolchains).text.contains('<version>17')
