package dev.heapwright.maven;

import dev.heapwright.core.link.Dialect.ManifestChange;
import dev.heapwright.maven.project.plugin.DeclaredPlugin;
import java.util.Locale;
import org.apache.maven.project.MavenProject;

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

    /** {@return the plugin, as it writes the manifest in a module} */
    DeclaredPlugin declaredIn(MavenProject module) {
        String goal = this == ASSEMBLY ? "single" : name().toLowerCase(Locale.ROOT);
        return DeclaredPlugin.of(module, "org.apache.maven.plugins:" + plugin, goal);
    }

    /**
     * {@return the lines to add, after one that says where; what is configured already is not repeated}
     *
     * @param declared the plugin
     * @param change the entry to add
     */
    String help(DeclaredPlugin declared, ManifestChange change) {
        String entry = "<%1$s>%2$s</%1$s>".formatted(change.entry(), change.value());
        String entries = "<manifestEntries>\n%s</manifestEntries>".formatted(entry.indent(2));
        String around = this == SHADE ? "transformers/transformer" : "archive";
        if (declared.has(around + "/manifestEntries")) {
            return "to the <manifestEntries> in the configuration of " + plugin + ":\n" + entry;
        } else if (this != SHADE) {
            return declared.has(around)
                    ? "to the <archive> in the configuration of " + plugin + ":\n" + entries
                    : "by the configuration of " + plugin + ":\n<archive>\n" + entries.indent(2) + "</archive>";
        } else if (declared.has(around + "/mainClass")) {
            return "to the transformer with <mainClass> in the configuration of " + plugin + ":\n" + entries;
        }
        return """
                by the configuration of maven-shade-plugin:
                <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                  <mainClass>%s</mainClass>
                %s</transformer>""".formatted(change.mainClass(), entries.indent(2));
    }
}
