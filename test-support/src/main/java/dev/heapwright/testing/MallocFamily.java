package dev.heapwright.testing;

import java.util.Set;

/** The functions of the C library that take blocks of {@code malloc} or return them. */
public final class MallocFamily {
    /**
     * What a replacement of glibc's malloc must export.
     *
     * @see <a href="https://www.gnu.org/software/libc/manual/html_node/Replacing-malloc.html">Replacing malloc, in the
     *     manual of the GNU C library</a>
     */
    public static final Set<String> REQUIRED = Set.of(
            "malloc",
            "free",
            "calloc",
            "realloc",
            "aligned_alloc",
            "malloc_usable_size",
            "memalign",
            "posix_memalign",
            "pvalloc",
            "valloc");

    private MallocFamily() {}
}
