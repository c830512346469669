package dev.heapwright.maven.project;

import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** The part of a module that is bound: its main code or its tests. Everything that differs between the two is here. */
public enum SourceSet {
    /** The main code, which is packaged. */
    MAIN("sources", "resources") {
        @Override
        public Set<String> scopes() {
            return Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);
        }

        @Override
        public Path classes(MavenProject module) {
            return Path.of(module.getBuild().getOutputDirectory());
        }

        @Override
        public List<Path> sourceRoots(MavenProject module) {
            return module.getCompileSourceRoots().stream().map(Path::of).toList();
        }

        @Override
        void addSources(MavenProject module, Path root) {
            module.addCompileSourceRoot(root.toString());
        }

        @Override
        void addResources(MavenProject module, Resource resources) {
            module.addResource(resources);
        }
    },
    /** The unit tests, together with everything else on their class path. */
    TESTS("test-sources", "test-resources") {
        @Override
        public Set<String> scopes() {
            return Set.of(
                    Artifact.SCOPE_COMPILE,
                    Artifact.SCOPE_RUNTIME,
                    Artifact.SCOPE_PROVIDED,
                    Artifact.SCOPE_SYSTEM,
                    Artifact.SCOPE_TEST);
        }

        @Override
        public Path classes(MavenProject module) {
            return Path.of(module.getBuild().getTestOutputDirectory());
        }

        @Override
        public List<Path> sourceRoots(MavenProject module) {
            return module.getTestCompileSourceRoots().stream().map(Path::of).toList();
        }

        @Override
        void addSources(MavenProject module, Path root) {
            module.addTestCompileSourceRoot(root.toString());
        }

        @Override
        void addResources(MavenProject module, Resource resources) {
            module.addTestResource(resources);
        }
    };

    private final String sources;
    private final String resources;

    SourceSet(String sources, String resources) {
        this.sources = sources;
        this.resources = resources;
    }

    /**
     * {@return the scopes of the dependencies that it runs with}
     */
    public abstract Set<String> scopes();

    /**
     * {@return the folder of its class files}
     *
     * @param module the module
     */
    public abstract Path classes(MavenProject module);

    /**
     * {@return the folders of its sources, which need not exist}
     *
     * @param module the module
     */
    public abstract List<Path> sourceRoots(MavenProject module);

    private BuildModule.Folders folders(MavenProject module) {
        return BuildModule.Folders.in(build(module), sources, resources);
    }

    /**
     * Has the compiler and resources plugins process what was generated: glue, or a library's marker.
     *
     * @param module the module
     */
    public void addGlue(MavenProject module) {
        BuildModule.Folders folders = folders(module);
        if (Files.isDirectory(folders.glueSources())) {
            addSources(module, folders.glueSources());
        }
        if (Files.isDirectory(folders.glueResources())) {
            Resource resource = new Resource();
            resource.setDirectory(folders.glueResources().toString());
            addResources(module, resource);
        }
    }

    /**
     * {@return the source set as the linker's module}
     *
     * @param module the module, with what it inherits
     * @param kind what it produces
     * @param release the Java release that the source set is compiled for
     */
    public BuildModule module(MavenProject module, DetectedKind kind, int release) {
        return new BuildModule(
                ClasspathReader.coordinates(module),
                kind,
                release,
                sourceRoots(module),
                SourceEncoding.of(module),
                classes(module),
                folders(module),
                DeclaredDependencies.passedOn(module));
    }

    /**
     * {@return the module's build folder}
     *
     * @param module the module
     */
    public static Path build(MavenProject module) {
        return Path.of(module.getBuild().getDirectory());
    }

    abstract void addSources(MavenProject module, Path root);

    abstract void addResources(MavenProject module, Resource resources);
}
