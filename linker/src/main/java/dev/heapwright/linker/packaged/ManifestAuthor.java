package dev.heapwright.linker.packaged;

/** The plugin that writes a jar's manifest, and how it is told to add an entry. */
enum ManifestAuthor {
    /** Spring Boot's repackage takes over what this one has written. */
    JAR("maven-jar-plugin"),
    /** Likewise. */
    WAR("maven-war-plugin"),
    /** Writes one of its own. */
    ASSEMBLY("maven-assembly-plugin"),
    /** Takes over that of the module's jar, and changes it. */
    SHADE("maven-shade-plugin");

    /** What the assembly plugin says of itself, which leaves that to Maven's archiver. */
    private static final String ARCHIVER = "Maven Archiver";

    private final String plugin;

    ManifestAuthor(String plugin) {
        this.plugin = plugin;
    }

    /**
     * {@return what has written the manifest of a jar}
     *
     * @param jar what is in the jar
     * @param shaded whether maven-shade-plugin makes a jar of the module
     */
    static ManifestAuthor of(PackagedJar jar, boolean shaded) {
        if (jar.jar().name().endsWith(".war")) {
            return WAR;
        } else if (!jar.isMerged()) {
            return JAR;
        }
        return shaded && !jar.attribute("Created-By").orElse("").startsWith(ARCHIVER) ? SHADE : ASSEMBLY;
    }

    /** {@return the plugin's artifactId} */
    String plugin() {
        return plugin;
    }

    /**
     * {@return what to add to the configuration of the plugin}
     *
     * @param entry of the manifest
     * @param value of it
     * @param mainClass that the manifest names
     */
    String configuration(String entry, String value, String mainClass) {
        if (this == SHADE) {
            return """
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <mainClass>%3$s</mainClass>
                      <manifestEntries>
                        <%1$s>%2$s</%1$s>
                      </manifestEntries>
                    </transformer>""".formatted(entry, value, mainClass);
        }
        return """
                <archive>
                  <manifestEntries>
                    <%1$s>%2$s</%1$s>
                  </manifestEntries>
                </archive>""".formatted(entry, value);
    }
}
