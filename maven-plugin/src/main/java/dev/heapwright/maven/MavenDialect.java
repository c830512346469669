package dev.heapwright.maven;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.maven.project.MavenProject;

/**
 * Help as written in POMs and on Maven's command line.
 *
 * @param declared finds the declaration of a dependency in the module's POM
 * @param shaded whether maven-shade-plugin builds a jar of the module; evaluated only if a manifest has to change
 * @param atDefault marks a problem with the place where the default allocator is configured
 */
record MavenDialect(
        Function<Coordinates, DeclaredDependency> declared, BooleanSupplier shaded, UnaryOperator<Diagnostic> atDefault)
        implements Dialect {
    private static final String SHADE = "org.apache.maven.plugins:maven-shade-plugin";
    private static final String SERVICES =
            "<transformer implementation=\"org.apache.maven.plugins.shade.resource.ServicesResourceTransformer\"/>";

    /**
     * {@return the dialect for a module}
     *
     * @param project the module being built
     * @param atDefault marks a problem with the place where the default allocator is configured
     */
    static MavenDialect of(MavenProject project, UnaryOperator<Diagnostic> atDefault) {
        return new MavenDialect(
                artifact -> DeclaredDependency.of(project, artifact),
                () -> PluginUse.of(project, SHADE).stream().anyMatch(use -> use.runs("shade")),
                atDefault);
    }

    @Override
    public String dependency(Coordinates artifact) {
        String classifier =
                artifact.classifier().isEmpty() ? "" : "<classifier>" + artifact.classifier() + "</classifier>";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                .formatted(artifact.groupId(), artifact.artifactId(), artifact.version(), classifier);
    }

    @Override
    public Location declaration(DependencyPath path) {
        return path.length() == 0
                ? new Location.Unknown()
                : declared.apply(path.steps().get(1)).location();
    }

    @Override
    public String exclusion(DependencyPath path) {
        return declared.apply(path.steps().get(1)).excluding(path.end());
    }

    @Override
    public String release(int release) {
        return "<maven.compiler.release>%d</maven.compiler.release>".formatted(release);
    }

    @Override
    public String testsOnly() {
        return "give it <scope>test</scope>";
    }

    @Override
    public String noDefault() {
        return "<allocator>none</allocator> or -Dheapwright.allocator=none";
    }

    @Override
    public Diagnostic atDefaultAllocator(Diagnostic problem) {
        return atDefault.apply(problem);
    }

    @Override
    public String kind(Kind kind) {
        return """
                by the configuration of heapwright-maven-plugin:
                <configuration>
                  <kind>%s</kind>
                </configuration>""".formatted(kind);
    }

    @Override
    public String processor(String version) {
        return """
                add this to the configuration of maven-compiler-plugin:
                <annotationProcessorPaths>
                  <path>
                    <groupId>dev.heapwright</groupId>
                    <artifactId>heapwright-processor</artifactId>
                    <version>%s</version>
                  </path>
                </annotationProcessorPaths>""".formatted(version);
    }

    @Override
    public String bind() {
        return "add this to the goals of the plugin's execution:\n<goal>bind</goal>";
    }

    @Override
    public String mergedServices() {
        return "for maven-shade-plugin, add this transformer:\n" + SERVICES;
    }

    @Override
    public String relocation(String from, String to) {
        return """
                for maven-shade-plugin, add this relocation and this transformer:
                <relocation>
                  <pattern>%s</pattern>
                  <shadedPattern>%s</shadedPattern>
                </relocation>
                """.formatted(from, to) + SERVICES;
    }

    @Override
    public String manifestEntry(ManifestChange change) {
        ManifestAuthor author = ManifestAuthor.of(change, shaded.getAsBoolean());
        return "by the configuration of " + author.plugin() + ":\n" + author.configuration(change);
    }
}
