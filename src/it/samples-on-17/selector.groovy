// Maven and the build may well run on a machine that has no Java 17.
return new File(toolchains).text.contains('<version>17')
