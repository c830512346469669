package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;
import dev.heapwright.linker.build.KindEvidence;
import dev.heapwright.maven.project.plugin.PluginConfiguration;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Finds out whether an assembly is a jar with dependencies: the plugin's own, or one that a descriptor describes. */
final class AssemblyDescriptors {
    private static final String OWN = "jar-with-dependencies";

    private AssemblyDescriptors() {}

    static List<KindEvidence> evidence(PluginUse use, MavenProject project) {
        PluginConfiguration configuration = use.configuration();
        boolean merged = configuration.values("descriptorRefs/*").contains(OWN)
                || configuration.below("inlineDescriptors/*").anyMatch(AssemblyDescriptors::isMergedJar)
                || Stream.concat(
                                configuration.values("descriptors/*").stream(),
                                configuration.values("descriptor").stream())
                        .flatMap(file -> WrittenFile.of(file, project).stream())
                        .flatMap(file -> read(file).stream())
                        .anyMatch(AssemblyDescriptors::isMergedJar);
        return merged
                ? List.of(new KindEvidence(Kind.BUNDLE, use.plugin() + " makes a jar with dependencies"))
                : List.of();
    }

    private static boolean isMergedJar(PluginConfiguration descriptor) {
        return descriptor.values("formats/*").contains("jar")
                && descriptor.values("dependencySets/*/unpack").contains("true");
    }

    private static Optional<PluginConfiguration> read(Path descriptor) {
        try (var text = Files.newBufferedReader(descriptor)) {
            return Optional.of(PluginConfiguration.of(Xpp3DomBuilder.build(text)));
        } catch (IOException | XmlPullParserException e) {
            // The plugin says so better.
            return Optional.empty();
        }
    }
}
