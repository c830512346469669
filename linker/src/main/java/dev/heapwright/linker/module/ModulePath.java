package dev.heapwright.linker.module;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.glue.Glue;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the declaration of a named Java module against what its glue needs on the module path.
 *
 * @param module the module's coordinates
 * @param classpath what it runs with
 * @param cache of the build
 */
public record ModulePath(Coordinates module, ResolvedClasspath classpath, BuildCache cache) {
    /**
     * {@return what is missing in the declaration, if anything}
     *
     * @param declaration of the module, from source or compiled
     * @param link what it is bound to
     * @throws IOException if an artifact cannot be read
     */
    public Optional<Diagnostic> problem(JavaModule declaration, Decision.Link link) throws IOException {
        ModuleCache modules = ModuleCache.of(cache);
        List<ModuleDescriptor> dependencies = new ArrayList<>();
        for (Path location : classpath.locations()) {
            modules.read(location).ifPresent(dependencies::add);
        }
        return NotProvided.problem(
                declaration.reading(dependencies), Glue.nameFor(module), holderOfAllocator(modules, link));
    }

    /** {@return the Java module that contains the allocator, unless it is the one that is bound} */
    private Optional<String> holderOfAllocator(ModuleCache modules, Decision.Link link) throws IOException {
        if (link.artifact().equals(module)) {
            return Optional.empty();
        }
        Path holder = classpath.locate(link.artifact()).orElseThrow();
        return modules.read(holder).map(ModuleDescriptor::name);
    }
}
