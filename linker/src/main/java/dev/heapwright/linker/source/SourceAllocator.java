package dev.heapwright.linker.source;

import dev.heapwright.core.name.ClassName;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;

/**
 * An allocator that a module declares in its sources. Whether it is well formed, the processor says.
 *
 * @param name of the annotated type
 * @param file that declares it, by its real path
 * @param optionalFunctions names of the contract's optional functions that it declares
 */
public record SourceAllocator(ClassName name, Path file, Set<String> optionalFunctions)
        implements Comparable<SourceAllocator> {
    private static final Comparator<SourceAllocator> ORDER =
            Comparator.comparing(SourceAllocator::name).thenComparing(SourceAllocator::file);

    /** Copies the set. */
    public SourceAllocator {
        optionalFunctions = Set.copyOf(optionalFunctions);
    }

    /** By name, then by file. */
    @Override
    public int compareTo(SourceAllocator other) {
        return ORDER.compare(this, other);
    }
}
