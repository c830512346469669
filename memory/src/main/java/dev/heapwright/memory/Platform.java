package dev.heapwright.memory;

import java.util.Locale;

/** Which implementation works here. All of it is constant to the JIT, which drops the branches not taken. */
final class Platform {
    /** Whether the FFM API does the work, rather than {@code sun.misc.Unsafe}: it is final from Java 22 on. */
    static final boolean FOREIGN = Runtime.version().feature() >= 22;

    static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    static final boolean IS_64_BIT =
            System.getProperty("sun.arch.data.model", "64").equals("64");

    private Platform() {}
}
