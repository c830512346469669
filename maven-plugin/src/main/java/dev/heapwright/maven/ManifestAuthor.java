package dev.heapwright.maven;

import dev.heapwright.core.link.Dialect.ManifestChange;

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
     * @param change of the manifest
     * @param shaded whether maven-shade-plugin makes a jar of the module
     */
    static ManifestAuthor of(ManifestChange change, boolean shaded) {
        if (change.jar().endsWith(".war")) {
            return WAR;
        } else if (!change.merged()) {
            return JAR;
        }
        return shaded && !change.createdBy().startsWith(ARCHIVER) ? SHADE : ASSEMBLY;
    }

    /** {@return the plugin's artifactId} */
    String plugin() {
        return plugin;
    }

    /**
     * {@return what to add to the configuration of the plugin}
     *
     * @param change what the manifest is to have
     */
    String configuration(ManifestChange change) {
        if (this == SHADE) {
            return """
                    <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                      <mainClass>%3$s</mainClass>
                      <manifestEntries>
                        <%1$s>%2$s</%1$s>
                      </manifestEntries>
                    </transformer>""".formatted(change.entry(), change.value(), change.mainClass());
        }
        return """
                <archive>
                  <manifestEntries>
                    <%1$s>%2$s</%1$s>
                  </manifestEntries>
                </archive>""".formatted(change.entry(), change.value());
    }
}
