package dev.heapwright.linker.console;

import java.nio.charset.Charset;
import java.util.Properties;

/** The characters that the standard output can represent. */
public final class ConsoleEncoding {
    private ConsoleEncoding() {}

    /**
     * {@return whether all of these characters can be shown}
     *
     * @param system the system properties, which determine the output's encoding
     * @param characters such as those that connect the nodes of a tree
     */
    public static boolean canShow(Properties system, String characters) {
        Charset charset = charset(system);
        return charset.canEncode() && charset.newEncoder().canEncode(characters);
    }

    /** The first is set since Java 19; before that, the second is, if the output is a terminal. */
    private static Charset charset(Properties system) {
        String name = system.getProperty("stdout.encoding", system.getProperty("sun.stdout.encoding", ""));
        try {
            return name.isBlank() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }
}
