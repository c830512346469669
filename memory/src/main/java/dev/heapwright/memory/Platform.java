package dev.heapwright.memory;

import java.util.Locale;

/**
 * Which implementation is used here. Everything in it is a constant to the JIT, which removes the branches not taken.
 */
final class Platform {
    /** Whether the FFM API is used, rather than {@code sun.misc.Unsafe}: it is final since Java 22. */
    static final boolean FOREIGN = Runtime.version().feature() >= 22;

    /** The operating system and the processor, such as {@code linux/x64}. */
    static final String NAME = name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

    static final boolean WINDOWS = NAME.startsWith("windows/");

    static final boolean IS_64_BIT =
            System.getProperty("sun.arch.data.model", "64").equals("64");

    private Platform() {}

    /** Normalises synonymous names; a name without a synonym is returned unchanged. */
    static String name(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).replace(" ", "");
        String arch = osArch.toLowerCase(Locale.ROOT);
        String shortOs = os.startsWith("windows") ? "windows" : os.startsWith("macos") ? "macos" : os;
        String shortArch = switch (arch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> arch;
        };
        // Not with an operator, which takes a lot of stack the first time.
        return shortOs.concat("/").concat(shortArch);
    }
}
