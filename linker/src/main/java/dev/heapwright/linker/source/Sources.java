package dev.heapwright.linker.source;

import dev.heapwright.linker.module.JavaModule;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the sources of a module, or of its tests, declare that its binding depends on.
 *
 * @param allocators the allocators in them
 * @param declaration of the Java module, if it is a named one
 */
public record Sources(SourceAllocators allocators, Optional<JavaModule> declaration) {
    /** Those of a module whose sources say nothing that matters. */
    public static final Sources NONE = new Sources(new SourceAllocators(List.of(), List.of()), Optional.empty());

    /**
     * Reads them.
     *
     * @param roots the source roots, which need not exist
     * @param charset of the sources
     * @return what they declare
     */
    public static Sources read(List<Path> roots, Charset charset) {
        return new Sources(SourceAllocators.find(roots, charset), ModuleSource.find(roots, charset));
    }
}
