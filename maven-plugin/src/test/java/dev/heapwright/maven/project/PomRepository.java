package dev.heapwright.maven.project;

import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyCycle;
import org.eclipse.aether.impl.ArtifactDescriptorReader;
import org.eclipse.aether.impl.RemoteRepositoryManager;
import org.eclipse.aether.impl.VersionRangeResolver;
import org.eclipse.aether.internal.impl.collect.DefaultDependencyCollector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicyRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;

/**
 * POMs, and a module, whose dependencies Maven's own collector collects.
 *
 * @param poms by {@code artifactId:version}; all in one group
 * @param module what the module depends on
 * @param managed the dependency management of the module
 */
record PomRepository(Map<String, Pom> poms, List<Dependency> module, List<Dependency> managed)
        implements ArtifactDescriptorReader,
                RemoteRepositoryManager,
                VersionRangeResolver,
                ProjectDependenciesResolver {
    static final String GROUP = "com.acme";

    /** One that not the module, but only a POM names. */
    private static final RemoteRepository FAR = new RemoteRepository.Builder("far", "default", "far:/").build();

    /** What is to be read of an artifact. */
    sealed interface Pom {
        /**
         * What it depends on.
         *
         * @param dependencies all that it declares
         * @param namesFar whether it names the far repository
         * @param isFar whether it is found there only
         */
        record Of(List<Dependency> dependencies, boolean namesFar, boolean isFar) implements Pom {}

        /** That it is another one now. */
        record Relocation(String artifactId, String version) implements Pom {}
    }

    /** {@return the module, its runtime dependencies resolved as Maven has them} */
    MavenProject project() {
        MavenProject project = new MavenProject();
        project.setGroupId(GROUP);
        project.setArtifactId("app");
        project.setVersion("1");
        Set<Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(
                artifacts,
                collect(MavenRepositorySystemUtils.newSession()).getRoot().getChildren(),
                List.of(project.getId()),
                null);
        artifacts.removeIf(each -> !SourceSet.MAIN.scopes().contains(each.getScope()));
        project.setArtifacts(artifacts);
        DependencyManagement management = new DependencyManagement();
        managed.forEach(dependency -> management.addDependency(model(dependency.getArtifact())));
        project.getModel().setDependencyManagement(management);
        return project;
    }

    private static org.apache.maven.model.Dependency model(org.eclipse.aether.artifact.Artifact artifact) {
        org.apache.maven.model.Dependency model = new org.apache.maven.model.Dependency();
        model.setGroupId(artifact.getGroupId());
        model.setArtifactId(artifact.getArtifactId());
        model.setVersion(artifact.getVersion());
        model.setClassifier(artifact.getClassifier());
        model.setType(artifact.getExtension());
        return model;
    }

    /** {@return Maven's way to these POMs} */
    RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> readArtifactDescriptor(
                        (RepositorySystemSession) arguments[0], (ArtifactDescriptorRequest) arguments[1]));
    }

    @Override
    public DependencyResolutionResult resolve(DependencyResolutionRequest request) {
        return new FixedResolution(collect(request.getRepositorySession()).getRoot());
    }

    /**
     * {@return whether Maven knows its way here: where an artifact depends on itself in another version, it confuses what
     * the two depend on, and in some such circles it finds no end}
     */
    boolean isResolvable() {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setConfigProperty("aether.dependencyCollector.maxCycles", Integer.MAX_VALUE);
        try {
            return collect(session).getCycles().stream().noneMatch(PomRepository::isOfVersions);
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static boolean isOfVersions(DependencyCycle cycle) {
        List<org.eclipse.aether.artifact.Artifact> artifacts = Stream.of(
                        cycle.getPrecedingDependencies(), cycle.getCyclicDependencies())
                .flatMap(List::stream)
                .map(Dependency::getArtifact)
                .toList();
        org.eclipse.aether.artifact.Artifact last = artifacts.get(artifacts.size() - 1);
        return artifacts.stream()
                .anyMatch(each -> ArtifactKey.of(each).equals(ArtifactKey.of(last))
                        && !each.getVersion().equals(last.getVersion()));
    }

    private CollectResult collect(RepositorySystemSession session) {
        CollectRequest request = new CollectRequest(module, managed, List.of());
        request.setRootArtifact(new DefaultArtifact(GROUP, "app", "jar", "1"));
        try {
            return new DefaultDependencyCollector()
                    .setArtifactDescriptorReader(this)
                    .setRemoteRepositoryManager(this)
                    .setVersionRangeResolver(this)
                    .collectDependencies(session, request);
        } catch (DependencyCollectionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Maven's: relocations are followed, and by the policy what is missing is empty or an error. */
    @Override
    public ArtifactDescriptorResult readArtifactDescriptor(
            RepositorySystemSession session, ArtifactDescriptorRequest request) throws ArtifactDescriptorException {
        ArtifactDescriptorResult result = new ArtifactDescriptorResult(request);
        org.eclipse.aether.artifact.Artifact artifact = request.getArtifact();
        while (poms.get(artifact.getArtifactId() + ":" + artifact.getVersion()) instanceof Pom.Relocation to) {
            result.addRelocation(artifact);
            artifact = new DefaultArtifact(
                    GROUP, to.artifactId(), artifact.getClassifier(), artifact.getExtension(), to.version());
        }
        result.setArtifact(artifact);
        if (poms.get(artifact.getArtifactId() + ":" + artifact.getVersion()) instanceof Pom.Of pom
                && (!pom.isFar() || request.getRepositories().contains(FAR))) {
            return result.setDependencies(pom.dependencies())
                    .setRepositories(pom.namesFar() ? List.of(FAR) : List.of());
        }
        int policy = session.getArtifactDescriptorPolicy()
                .getPolicy(session, new ArtifactDescriptorPolicyRequest(artifact, ""));
        if ((policy & ArtifactDescriptorPolicy.IGNORE_MISSING) == 0) {
            throw new ArtifactDescriptorException(result);
        }
        return result;
    }

    @Override
    public List<RemoteRepository> aggregateRepositories(
            RepositorySystemSession session, List<RemoteRepository> some, List<RemoteRepository> others, boolean raw) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    @Override
    public RepositoryPolicy getPolicy(
            RepositorySystemSession session, RemoteRepository repository, boolean releases, boolean snapshots) {
        return new RepositoryPolicy();
    }

    @Override
    public VersionRangeResult resolveVersionRange(RepositorySystemSession session, VersionRangeRequest request) {
        GenericVersionScheme scheme = new GenericVersionScheme();
        String version = request.getArtifact().getVersion();
        try {
            return new VersionRangeResult(request)
                    .setVersionConstraint(scheme.parseVersionConstraint(version))
                    .addVersion(scheme.parseVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException(e);
        }
    }
}
