package dev.heapwright.maven;

import dev.heapwright.core.link.Dialect.ManifestChange;
import java.util.Locale;

/** The plugin that writes a jar's manifest, and how to make it add an entry. */
enum ManifestAuthor {
    /** Spring Boot's repackage keeps the entries that this one has written. */
    JAR("maven-jar-plugin"),
    /** Likewise. */
    WAR("maven-war-plugin"),
    /** Writes a new manifest. */
    ASSEMBLY("maven-assembly-plugin"),
    /** Takes the manifest of the module's jar, and changes it. */
    SHADE("maven-shade-plugin");

    /** The assembly plugin's Created-By, which Maven's archiver writes. */
    private static final String ARCHIVER = "Maven Archiver";

    private final String plugin;

    ManifestAuthor(String plugin) {
        this.plugin = plugin;
    }

    /**
     * {@return the plugin that has written the manifest of a jar}
     *
     * @param change of the manifest
     * @param shaded whether maven-shade-plugin builds a jar of the module
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

    /** {@return the plugin's groupId and artifactId} */
    String key() {
        return "org.apache.maven.plugins:" + plugin;
    }

    /** {@return the goal that writes the manifest} */
    String goal() {
        return this == ASSEMBLY ? "single" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the lines to add to the configuration of the plugin}
     *
     * @param change the entry to add
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
