package dev.heapwright.linker.audit;

import dev.heapwright.core.elf.DynamicSymbol;
import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.core.elf.ElfRefusedException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A native library for Linux in an artifact.
 *
 * @param path of the file in the artifact
 * @param functions which it imports to take memory, such as {@code malloc}; sorted
 */
record NativeLibrary(String path, List<String> functions) {
    private static final Set<String> MALLOC = Set.of(
            "malloc",
            "calloc",
            "realloc",
            "reallocarray",
            "posix_memalign",
            "aligned_alloc",
            "memalign",
            "valloc",
            "strdup",
            "_Znwm",
            "_Znam",
            "_ZnwmRKSt9nothrow_t",
            "_ZnamRKSt9nothrow_t",
            "_ZnwmSt11align_val_t",
            "_ZnamSt11align_val_t");
    private static final Set<String> MMAP = Set.of("mmap", "mmap64");

    NativeLibrary {
        functions = List.copyOf(functions);
    }

    static NativeLibrary read(String path, byte[] content) throws ElfRefusedException {
        Stream<String> imported = ElfFile.read(content).symbols().stream()
                .filter(symbol -> !symbol.isDefined())
                .map(DynamicSymbol::name);
        return new NativeLibrary(
                path,
                imported.filter(name -> MALLOC.contains(name) || MMAP.contains(name))
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** {@return whether it imports malloc, or what calls malloc, so that another malloc can serve it} */
    boolean callsMalloc() {
        return functions.stream().anyMatch(MALLOC::contains);
    }
}
