package dev.heapwright.maven;

import dev.heapwright.core.link.DependencyPath;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.maven.project.plugin.DeclaredPlugin;
import dev.heapwright.maven.project.plugin.PluginUse;
import java.util.function.UnaryOperator;
import org.apache.maven.project.MavenProject;

/**
 * Help as written in POMs and on Maven's command line.
 *
 * @param project the module being built
 * @param atDefault marks a problem with the place where the default allocator is configured
 */
record MavenDialect(MavenProject project, UnaryOperator<Diagnostic> atDefault) implements Dialect {
    private static final String SHADE = "org.apache.maven.plugins:maven-shade-plugin";
    private static final String KOTLIN = "org.jetbrains.kotlin:kotlin-maven-plugin";
    private static final String HEAPWRIGHT = "dev.heapwright:heapwright-maven-plugin";
    private static final String SERVICES =
            "<transformer implementation=\"org.apache.maven.plugins.shade.resource.ServicesResourceTransformer\"/>";

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
                : DeclaredDependency.of(project, path.steps().get(1)).location();
    }

    @Override
    public String exclusion(DependencyPath path) {
        return DeclaredDependency.of(project, path.steps().get(1)).excluding(path.end());
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
    public Diagnostic at(Subject subject, Diagnostic problem) {
        DeclaredPlugin compiler = ProcessorSetting.compiler(project);
        return switch (subject) {
            case DEFAULT_ALLOCATOR -> atDefault.apply(problem);
            case PROCESSOR -> ProcessorSetting.of(compiler).mark(compiler, problem);
            case KOTLIN_PROCESSOR -> DeclaredPlugin.of(project, KOTLIN, "kapt").mark(problem);
            case SOURCE_FILTER -> compiler.markElement(problem, "includes", "excludes");
            case BINDING -> DeclaredPlugin.of(project, HEAPWRIGHT, "bind").mark(problem);
            case MERGED_JAR -> DeclaredPlugin.of(project, SHADE, "shade").mark(problem, "transformers");
        };
    }

    @Override
    public Diagnostic atManifest(ManifestChange change, Diagnostic problem) {
        ManifestAuthor author = ManifestAuthor.of(change, isShaded());
        return author.declaredIn(project).mark(problem, "archive/manifestEntries", "archive");
    }

    private boolean isShaded() {
        return PluginUse.of(project, SHADE).stream().anyMatch(use -> use.runs("shade"));
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
        return ProcessorSetting.of(ProcessorSetting.compiler(project)).help(version);
    }

    @Override
    public String kotlinProcessor(String version) {
        return """
                add this to the executions of kotlin-maven-plugin, before the one that runs compile:
                <execution>
                  <id>kapt</id>
                  <goals>
                    <goal>kapt</goal>
                  </goals>
                  <configuration>
                    <sourceDirs>
                      <sourceDir>src/main/kotlin</sourceDir>
                      <sourceDir>src/main/java</sourceDir>
                    </sourceDirs>
                    <annotationProcessorPaths>
                %s    </annotationProcessorPaths>
                  </configuration>
                </execution>""".formatted(ProcessorSetting.path("annotationProcessorPath", version)
                .indent(6));
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
        ManifestAuthor author = ManifestAuthor.of(change, isShaded());
        return author.help(author.declaredIn(project), change);
    }
}
