package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Finds the evidence for the kind of a module. */
public final class KindDetector {
    /** Packagings that a container, an IDE, a build tool or another program loads. */
    private static final Set<String> HOSTED = Set.of(
            "app-client",
            "atlassian-plugin",
            "bundle",
            "content-package",
            "ear",
            "eclipse-plugin",
            "eclipse-test-plugin",
            "ejb",
            "har",
            "hpi",
            "jpi",
            "kar",
            "maven-plugin",
            "mule-application",
            "mule-extension",
            "mule-plugin",
            "nar",
            "nbm",
            "par",
            "rar",
            "sar",
            "war");

    /** Packagings that are started. */
    private static final Set<String> APPLICATIONS = Set.of("jlink", "quarkus");

    private KindDetector() {}

    /**
     * {@return the evidence in a module, most telling for its author first: its packaging, then the configuration of
     * its plugins, then properties}
     *
     * @param project the module, with what it inherits
     */
    public static List<KindEvidence> evidence(MavenProject project) {
        List<KindEvidence> evidence = new ArrayList<>();
        String packaging = project.getPackaging();
        if (HOSTED.contains(packaging)) {
            evidence.add(new KindEvidence(Kind.HOSTED, "its packaging is " + packaging));
        } else if (APPLICATIONS.contains(packaging)) {
            evidence.add(new KindEvidence(Kind.APPLICATION, "its packaging is " + packaging));
        }
        for (PluginRule rule : PluginRules.TABLE) {
            evidence.addAll(rule.evidence(project));
        }
        // The exec plugin can be run from the command line without being in the POM.
        if (PluginConfiguration.isSet(project.getProperties().getProperty("exec.mainClass"))) {
            evidence.add(new KindEvidence(Kind.APPLICATION, "the property exec.mainClass is set"));
        }
        return evidence;
    }
}
