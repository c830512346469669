package dev.heapwright.memory;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.nio.file.Path;
import java.util.List;

/**
 * Thrown if native code that a program needs is unavailable: the JVM denies native access to this module, the platform
 * lacks a function, or a native library cannot be loaded. There is no silent fallback to another implementation; the
 * message, a Heapwright diagnostic, says what to do.
 *
 * <p>Every call that needs the unavailable code throws a new error; its cause is the JVM's own exception. Failures that
 * may be temporary, such as a full directory or a program without free file handles, are retried by each call.
 */
public final class NativeUnavailableError extends LinkageError {
    private static final long serialVersionUID = 1L;

    private final String headline;
    private final String details;
    private final String help;
    private final boolean mayPass;

    private NativeUnavailableError(String headline, String details, String help, Throwable cause, boolean mayPass) {
        super(null, cause);
        this.headline = headline;
        this.details = details;
        this.help = help;
        this.mayPass = mayPass;
    }

    private NativeUnavailableError(String headline, String details, String help, Throwable cause) {
        this(headline, details, help, cause, false);
    }

    /** For failures that may be temporary. */
    private static NativeUnavailableError passing(String headline, String details, String help, Throwable cause) {
        return new NativeUnavailableError(headline, details, help, cause, true);
    }

    /**
     * {@return the diagnostic; rendered on demand, as the program may lack the resources for that when it is thrown}
     */
    @Override
    public String getMessage() {
        try {
            return DiagnosticRenderer.renderWhole(Diagnostic.error(DiagnosticId.NATIVE_UNAVAILABLE, headline)
                    .withDetail(details)
                    .withHelp(help));
        } catch (LinkageError unreadable) {
            // Without file handles, no further class can be loaded.
            return headline + "\n" + details + "\n" + help;
        }
    }

    /** Whether the next call should try again. */
    boolean mayPass() {
        return mayPass;
    }

    /** The error that explains a refusal. */
    static NativeUnavailableError of(Throwable refusal) {
        if (refusal instanceof NativeUnavailableError explained) {
            return new NativeUnavailableError(
                    explained.headline, explained.details, explained.help, explained, explained.mayPass);
        }
        if (refusal instanceof NoClassDefFoundError || refusal instanceof ExceptionInInitializerError) {
            return notInitialised(refusal);
        }
        return refusal instanceof IllegalCallerException
                ? accessDenied(NativeUnavailableError.class.getModule(), refusal)
                : new NativeUnavailableError(
                        "java.lang.foreign does not work in this JVM",
                        refusal.toString(),
                        "run on a JVM with a complete FFM API, such as a 64-bit OpenJDK 22 or newer",
                        refusal);
    }

    private static NativeUnavailableError accessDenied(Module module, Throwable refusal) {
        String headline = "this JVM denies native access to dev.heapwright.memory";
        String help = "allow it on the java command line:\n--enable-native-access=";
        return module.isNamed()
                ? new NativeUnavailableError(
                        headline, "which is a named module, on the module path", help + module.getName(), refusal)
                : new NativeUnavailableError(
                        headline,
                        "which is in the unnamed module, on the class path",
                        help + "ALL-UNNAMED\nor in the manifest of the jar that java -jar starts:"
                                + "\nEnable-Native-Access: ALL-UNNAMED",
                        refusal);
    }

    /** A class of the JDK that has failed before, and therefore always fails. */
    static NativeUnavailableError notInitialised(Throwable refusal) {
        return new NativeUnavailableError(
                "a class that java.lang.foreign needs failed to initialize, and stays unusable until this JVM ends",
                refusal + (refusal.getCause() == null ? "" : "\ncaused by " + refusal.getCause()),
                "restart the program; allocate once at startup, before stack or Java heap run out",
                refusal);
    }

    /** Nothing can be opened. */
    static NativeUnavailableError noFileHandles(Exception refusal) {
        return passing(
                "this program has no file handles left",
                refusal.toString(),
                "close unused files, or raise the limit (ulimit -n); the next call tries again",
                refusal);
    }

    /** The C library lacks a function. */
    static NativeUnavailableError missing(String function) {
        return new NativeUnavailableError(
                "the C library has no function " + function,
                "searched with Linker.nativeLinker().defaultLookup(), on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"),
                "run on a platform whose C library has it, or report this one to the Heapwright project",
                new UnsatisfiedLinkError(function));
    }

    /** A native library lacks a function. */
    static NativeUnavailableError missing(String library, String function) {
        return library(
                "the native library " + library + " has no function " + function,
                "searched in its file for " + Platform.NAME + ", the one that its allocator was built with",
                "report this to the allocator's project");
    }

    /** Pointers are not of the size of {@code long}. */
    static NativeUnavailableError not64Bit() {
        return new NativeUnavailableError(
                "native memory requires a 64-bit JVM",
                "this JVM is built for " + System.getProperty("sun.arch.data.model") + " bits",
                "run on a 64-bit JVM",
                new UnsupportedOperationException(System.getProperty("os.arch")));
    }

    /** A native library on a Java version without the FFM API. */
    static NativeUnavailableError java(String library, Runtime.Version java) {
        return library(
                "the native library " + library + " requires Java 22 or newer",
                "this is Java " + java,
                "run on Java 22 or newer, or link another allocator");
    }

    /** A library that exists only for other platforms. */
    static NativeUnavailableError noPlatform(String library, String platform, List<String> platforms) {
        return library(
                "no native library " + library + " for " + platform,
                "available for " + String.join(", ", platforms),
                "run on one of these, or link another allocator");
    }

    /** Linux with a different C library from the one for which the files for Linux are built. */
    static NativeUnavailableError notGlibc(String library) {
        return library(
                "the native library " + library + " requires glibc, but this JVM runs on another C library",
                "Alpine Linux uses musl, where a library built for glibc can crash the JVM, so it is not loaded",
                "run on a distribution with glibc, or link another allocator");
    }

    /** A file that should be in a jar, but is missing. */
    static NativeUnavailableError missingFile(String path) {
        return library(
                "a native library's file is not on the class path",
                "searched for " + path,
                "add it: something removed it, such as an exclusion of the artifact that contains it, or a filter"
                        + "\nof the plugin that packaged the program");
    }

    /** A list of files that was changed after the allocator was built. */
    static NativeUnavailableError damagedList(String path, Exception fault) {
        return new NativeUnavailableError(
                "the list of a native library's files is corrupt",
                path + " has the line \"" + fault.getMessage() + '"',
                "use the artifact that contains it as it was published",
                fault);
    }

    /** A file that differs from the one with which the allocator was built. */
    static NativeUnavailableError otherContent(String path, String expected, String found) {
        return library(
                "the file of a native library is not the one that its allocator was built with",
                path + "\nexpected SHA-256  " + expected + "\nfound             " + found,
                "use the version of the artifact that the allocator declares; if it is that one, it was modified: do"
                        + "\nnot trust it");
    }

    /** A directory for native code that is writable by others, or not a directory at all. */
    static NativeUnavailableError sharedDirectory(Path directory, String fault) {
        String headline = "native libraries are extracted to a directory that only the user may write to";
        return passing(
                headline,
                directory + " " + fault,
                "delete it, or set another one, which need not exist, on the java command line:" + directoryOption(),
                new UnsatisfiedLinkError(headline));
    }

    /** The file system fails to read or write the file. */
    static NativeUnavailableError notExtracted(String library, Exception refusal) {
        return passing(
                "the native library " + library + " cannot be extracted",
                refusal.toString(),
                "set a directory that this program can write to, on the java command line:" + directoryOption(),
                refusal);
    }

    /** The operating system does not load the file. */
    static NativeUnavailableError notLoaded(String library, Path file, Exception refusal) {
        return passing(
                "the native library " + library + " cannot be loaded",
                "the operating system refused to load " + file,
                "if its directory is mounted without the permission to execute (noexec), name another one on the"
                        + "\ncommand line of java:" + directoryOption(),
                refusal);
    }

    private static String directoryOption() {
        return "\n-D" + NativeLibrary.DIRECTORY_PROPERTY + "=/path/to/directory";
    }

    private static NativeUnavailableError library(String headline, String details, String help) {
        return new NativeUnavailableError(headline, details, help, new UnsatisfiedLinkError(headline));
    }
}
