package dev.heapwright.core.process;

import dev.heapwright.core.elf.ElfRefusedException;
import dev.heapwright.core.elf.ExportRenaming;
import dev.heapwright.core.elf.Machine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An allocator whose library can replace the {@code malloc} of a process on Linux with glibc. */
public enum ProcessAllocator {
    /** jemalloc. */
    JEMALLOC("je_", "je_malloc_usable_size"),
    /** mimalloc. */
    MIMALLOC("mi_", "mi_usable_size");

    /**
     * All functions that take blocks of {@code malloc} or return them, those of C23 included. If one of the first ten were
     * left to the C library, it would be called with blocks of another allocator.
     *
     * @see <a href="https://www.gnu.org/software/libc/manual/html_node/Replacing-malloc.html">Replacing malloc, in the
     *     manual of the GNU C library</a>
     */
    private static final List<String> FUNCTIONS = List.of(
            "malloc",
            "free",
            "calloc",
            "realloc",
            "aligned_alloc",
            "malloc_usable_size",
            "memalign",
            "posix_memalign",
            "pvalloc",
            "valloc",
            "reallocarray",
            "cfree",
            "free_sized",
            "free_aligned_sized");

    private static final String FOLDER = "META-INF/heapwright-natives/";

    private final String prefix;
    private final String usableSize;

    ProcessAllocator(String prefix, String usableSize) {
        this.prefix = prefix;
        this.usableSize = usableSize;
    }

    /** {@return its name, such as {@code jemalloc}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the allocator of that name, if it is one of these}
     *
     * @param id as {@link #id} gives it
     */
    public static Optional<ProcessAllocator> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** {@return the file name of the library that replaces malloc, such as {@code libheapwright-jemalloc.so}} */
    public String library() {
        return "libheapwright-" + id() + ".so";
    }

    /**
     * {@return the path of that library among the native libraries on the class path}
     *
     * @param machine that runs it
     */
    public String resource(Machine machine) {
        return FOLDER + "linux/" + machine.platform() + "/org/lwjgl/" + id() + "/" + library();
    }

    /** {@return the path of the list of these libraries, in the format of {@code sha256sum}, on the class path} */
    public String checksums() {
        return FOLDER + id() + "-process.sha256";
    }

    /**
     * Makes the library that replaces malloc.
     *
     * @param library bytes of the allocator's own library, whose functions have a prefix
     * @return bytes of the same library, whose functions have the names of the C library's; its other functions have the
     *     names that they had
     * @throws ElfRefusedException if it is not such a library
     */
    public byte[] replacingMalloc(byte[] library) throws ElfRefusedException {
        Map<String, String> names = new HashMap<>();
        FUNCTIONS.forEach(function -> names.put(prefix + function, function));
        names.put(usableSize, "malloc_usable_size");
        return ExportRenaming.rename(library, names);
    }
}
