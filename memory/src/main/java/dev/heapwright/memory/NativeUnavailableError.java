package dev.heapwright.memory;

/**
 * The JVM refuses what this module needs of the FFM API, on Java 22 or newer: native access is denied to the module, or
 * the platform lacks a function. There is no other implementation to fall back to in silence; the message, a Heapwright
 * diagnostic, says what to do.
 *
 * <p>Every call that needs what is refused throws a new one; the cause is what the JVM said.
 */
public final class NativeUnavailableError extends LinkageError {
    private static final long serialVersionUID = 1L;

    private NativeUnavailableError(String message, Throwable cause) {
        super(message, cause);
    }

    private NativeUnavailableError(String headline, String details, String help, Throwable cause) {
        this(
                "[Heapwright/NativeUnavailable] " + headline + "\n    " + details + "\n  help: " + help
                        + "\n  more: mvn heapwright:explain -Did=NativeUnavailable",
                cause);
    }

    /** The error that explains a refusal. */
    static NativeUnavailableError of(Throwable refusal) {
        if (refusal instanceof NativeUnavailableError explained) {
            return new NativeUnavailableError(String.valueOf(explained.getMessage()), explained);
        }
        return refusal instanceof IllegalCallerException
                ? accessDenied(NativeUnavailableError.class.getModule(), refusal)
                : new NativeUnavailableError(
                        "java.lang.foreign does not work in this JVM",
                        refusal.toString(),
                        "run on a JVM whose FFM API is complete, such as an OpenJDK 22 or newer, 64-bit",
                        refusal);
    }

    private static NativeUnavailableError accessDenied(Module module, Throwable refusal) {
        String headline = "this JVM denies native access to dev.heapwright.memory";
        String help = "allow it on the command line of java:\n        --enable-native-access=";
        return module.isNamed()
                ? new NativeUnavailableError(
                        headline, "which is a named module, on the module path", help + module.getName(), refusal)
                : new NativeUnavailableError(
                        headline,
                        "which is in the unnamed module, on the class path",
                        help + "ALL-UNNAMED\n        or in the manifest of the jar that java -jar starts:"
                                + "\n        Enable-Native-Access: ALL-UNNAMED",
                        refusal);
    }

    /** The C library lacks a function. */
    static NativeUnavailableError missing(String function) {
        return new NativeUnavailableError(
                "the C library has no function " + function,
                "looked for where Linker.nativeLinker().defaultLookup() looks, on " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch"),
                "run on a platform whose C library has it, or report this one to the Heapwright project",
                new UnsatisfiedLinkError(function));
    }

    /** Pointers are not of the size of {@code long}. */
    static NativeUnavailableError not64Bit() {
        return new NativeUnavailableError(
                "the C heap is for 64-bit JVMs only",
                "this one is built for " + System.getProperty("sun.arch.data.model") + " bits",
                "run on a 64-bit JVM",
                new UnsupportedOperationException(System.getProperty("os.arch")));
    }
}
