package dev.heapwright.maven.project;

import java.util.List;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/** Resolves all modules alike: to the dependencies of one node. */
record FixedResolution(DependencyNode root) implements ProjectDependenciesResolver, DependencyResolutionResult {
    @Override
    public DependencyResolutionResult resolve(DependencyResolutionRequest request) {
        return this;
    }

    @Override
    public DependencyNode getDependencyGraph() {
        return root;
    }

    @Override
    public List<Dependency> getDependencies() {
        return List.of();
    }

    @Override
    public List<Dependency> getResolvedDependencies() {
        return List.of();
    }

    @Override
    public List<Dependency> getUnresolvedDependencies() {
        return List.of();
    }

    @Override
    public List<Exception> getCollectionErrors() {
        return List.of();
    }

    @Override
    public List<Exception> getResolutionErrors(Dependency dependency) {
        return List.of();
    }
}
