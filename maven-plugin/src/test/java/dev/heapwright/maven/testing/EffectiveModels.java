package dev.heapwright.maven.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.DefaultContainerConfiguration;
import org.codehaus.plexus.DefaultPlexusContainer;
import org.codehaus.plexus.PlexusConstants;
import org.codehaus.plexus.PlexusContainerException;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.jspecify.annotations.Nullable;

/**
 * Builds modules from POMs with Maven's own model builder: with inherited and managed settings, the plugins of their
 * packaging, and the effective configuration of every execution.
 */
public final class EffectiveModels {
    private final ModelBuilder builder;

    private EffectiveModels(ModelBuilder builder) {
        this.builder = builder;
    }

    /** {@return a model builder with everything that Maven provides, which takes a while to start} */
    public static EffectiveModels start() {
        try {
            DefaultPlexusContainer container = new DefaultPlexusContainer(new DefaultContainerConfiguration()
                    .setClassPathScanning(PlexusConstants.SCANNING_INDEX)
                    .setAutoWiring(true)
                    .setName("effective models"));
            return new EffectiveModels(container.lookup(ModelBuilder.class));
        } catch (PlexusContainerException | ComponentLookupException e) {
            throw new IllegalStateException("Maven does not start", e);
        }
    }

    /**
     * {@return the module in a folder that may not exist}
     *
     * @param pom the content of the module's POM besides its coordinates
     * @param parents the same for its parent, its parent's parent, and so on
     */
    public MavenProject module(String pom, String... parents) throws ModelBuildingException {
        return module(Path.of("module").toAbsolutePath(), pom, parents);
    }

    /** {@return the module in a folder} */
    public MavenProject module(Path folder, String pom, String... parents) throws ModelBuildingException {
        ModelBuildingRequest request = new DefaultModelBuildingRequest()
                .setPomFile(folder.resolve("pom.xml").toFile())
                .setModelSource(source(0, pom, parents.length))
                .setModelResolver(new Parents(Arrays.asList(parents)))
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                .setProcessPlugins(true)
                .setLocationTracking(true);
        MavenProject project = new MavenProject(builder.build(request).getEffectiveModel());
        project.setFile(request.getPomFile());
        return project;
    }

    private static Pom source(int level, String pom, int parents) {
        String parent = level == parents
                ? ""
                : "<parent><groupId>com.acme</groupId><artifactId>level%d</artifactId><version>1</version></parent>"
                        .formatted(level + 1);
        String packaging = level == 0 ? "" : "<packaging>pom</packaging>";
        return new Pom("""
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  %s
                  <groupId>com.acme</groupId>
                  <artifactId>level%d</artifactId>
                  <version>1</version>
                  %s
                  %s
                </project>""".formatted(parent, level, packaging, pom));
    }

    private record Pom(String text) implements ModelSource2 {
        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getLocation() {
            return getLocationURI().toString();
        }

        @Override
        public URI getLocationURI() {
            return URI.create("memory:pom.xml");
        }

        @Override
        public @Nullable ModelSource2 getRelatedSource(String relativePath) {
            return null;
        }
    }

    /** Resolves the parents by the numbers in their names. */
    private record Parents(List<String> poms) implements ModelResolver {
        @Override
        public ModelSource2 resolveModel(String groupId, String artifactId, String version) {
            int level = Integer.parseInt(artifactId.substring("level".length()));
            return source(level, poms.get(level - 1), poms.size());
        }

        @Override
        public ModelSource2 resolveModel(Parent parent) {
            return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
        }

        @Override
        public ModelSource2 resolveModel(Dependency dependency) {
            return resolveModel(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
        }

        @Override
        public void addRepository(Repository repository) {}

        @Override
        public void addRepository(Repository repository, boolean replace) {}

        @Override
        public ModelResolver newCopy() {
            return this;
        }
    }
}
