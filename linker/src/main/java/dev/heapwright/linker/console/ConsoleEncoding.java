package dev.heapwright.linker.console;

import java.nio.charset.Charset;
import java.util.Properties;

/** Which characters the standard output has. */
public final class ConsoleEncoding {
    private ConsoleEncoding() {}

    /**
     * {@return whether all of some characters can be shown}
     *
     * @param system the system properties, which tell how the output is encoded
     * @param characters such as those that connect the nodes of a tree
     */
    public static boolean canShow(Properties system, String characters) {
        Charset charset = charset(system);
        return charset.canEncode() && charset.newEncoder().canEncode(characters);
    }

    /** The first is set since Java 19, the second before that where the output is a terminal. */
    private static Charset charset(Properties system) {
        String name = system.getProperty("stdout.encoding", system.getProperty("sun.stdout.encoding", ""));
        try {
            return name.isBlank() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }
}
