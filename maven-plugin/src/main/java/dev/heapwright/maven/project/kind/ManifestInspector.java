package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.apache.maven.project.MavenProject;

/** Inspects the future manifest of a jar: it may name a main class, or declare the jar as an agent. */
final class ManifestInspector {
    private static final String MAIN_CLASS = "Main-Class";
    private static final List<String> AGENT = List.of("Premain-Class", "Agent-Class", "Launcher-Agent-Class");

    private ManifestInspector() {}

    /** {@return a rule for the configuration shared by all plugins that build jars with Maven's archiver} */
    static EvidenceRule archive() {
        return EvidenceRule.mainClass("archive/manifest/mainClass")
                .and(entries("archive/manifestEntries"))
                .and(ManifestInspector::file);
    }

    /**
     * {@return a rule for entries of the manifest}
     *
     * @param path of the element that contains them, by name
     */
    static EvidenceRule entries(String path) {
        return (use, project) -> evidence(
                use, entry -> use.configuration().value(path + "/" + entry).isPresent());
    }

    private static List<KindEvidence> file(PluginUse use, MavenProject project) {
        return use.configuration()
                .value("archive/manifestFile")
                .flatMap(file -> WrittenFile.of(file, project))
                .flatMap(ManifestInspector::read)
                .map(attributes -> evidence(use, entry -> PluginConfiguration.isSet(attributes.getValue(entry))))
                .orElse(List.of());
    }

    private static List<KindEvidence> evidence(PluginUse use, Predicate<String> hasEntry) {
        List<KindEvidence> evidence = new ArrayList<>();
        if (hasEntry.test(MAIN_CLASS)) {
            evidence.add(new KindEvidence(Kind.APPLICATION, "a main class is configured in " + use.plugin()));
        }
        AGENT.stream()
                .filter(hasEntry)
                .map(entry -> new KindEvidence(Kind.HOSTED, use.plugin() + "'s manifest has " + entry))
                .forEach(evidence::add);
        return evidence;
    }

    private static Optional<Attributes> read(Path manifest) {
        try (InputStream input = Files.newInputStream(manifest)) {
            return Optional.of(new Manifest(input).getMainAttributes());
        } catch (IOException e) {
            // The plugin that packages it will report that better.
            return Optional.empty();
        }
    }
}
