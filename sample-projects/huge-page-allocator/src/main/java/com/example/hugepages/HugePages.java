package com.example.hugepages;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Transparent huge pages of Linux: the kernel backs memory that asks for it with pages of 2 MiB, if it has any.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/mm/transhuge.html">Transparent Hugepage Support</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2)</a>
 */
final class HugePages {
    /** Bytes in a huge page of x86-64, and of arm64 with a page size of 4 KiB. */
    static final long SIZE = 2 << 20;

    private static final Path SETTING = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final int PROT_READ_WRITE = 1 | 2;

    /** {@code MAP_PRIVATE}, {@code MAP_ANONYMOUS} and {@code MAP_NORESERVE}: memory is needed when it is written to. */
    private static final int FLAGS = 2 | 0x20 | 0x4000;

    private static final int MADV_DONTNEED = 4;
    private static final int MADV_HUGEPAGE = 14;

    private HugePages() {}

    /** Linked on first use, which is never but on Linux. */
    private static final class Functions {
        static final MethodHandle MMAP =
                function("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
        static final MethodHandle MADVISE = function("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

        @SuppressWarnings("restricted")
        private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
        }
    }

    /** {@return why this system gives nobody huge pages who asks for them; empty if it does} */
    static String obstacle() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return "this is not Linux";
        }
        try {
            String setting = Files.readString(SETTING).strip();
            return setting.contains("[never]") ? SETTING + " says " + setting : "";
        } catch (IOException e) {
            return "this kernel was built without them: " + SETTING + " cannot be read";
        }
    }

    /** {@return the address of new memory, a multiple of 2 MiB, for which huge pages were asked; 0 if there is none} */
    static long reserve(long bytes) {
        try {
            long mapped = (long) Functions.MMAP.invokeExact(0L, bytes + SIZE, PROT_READ_WRITE, FLAGS, -1, 0L);
            if (mapped == -1) {
                return 0;
            }
            long address = mapped + SIZE - 1 & -SIZE;
            // Refused by a kernel that was built without them, whose small pages serve as well.
            int ignored = (int) Functions.MADVISE.invokeExact(address, bytes, MADV_HUGEPAGE);
            return address;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Gives the pages of some memory back to the operating system, which provides new ones when it is used again. */
    static void release(long address, long bytes) {
        try {
            int ignored = (int) Functions.MADVISE.invokeExact(address, bytes, MADV_DONTNEED);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
