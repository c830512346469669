package dev.heapwright.memory;

import java.nio.file.Path;
import java.util.Optional;

/** What answers to {@code malloc} in this process, to whoever calls it: the JVM, native libraries, Java code. */
public sealed interface ProcessMalloc {
    /** How a library came to answer to {@code malloc}. */
    enum Origin {
        /** The program, or a library that it needs, was linked to it, or it is the program itself. */
        LINKED("linked"),
        /** The variable {@code LD_PRELOAD}, or {@code /etc/ld.so.preload}, names it. */
        PRELOADED("preloaded"),
        /** It is the C library. */
        C_LIBRARY("the C library");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * It is known.
     *
     * @param origin how the library came to answer to {@code malloc}
     * @param library its file
     * @param foreign the file of the library whose {@code malloc} Java code finds through {@code Linker.defaultLookup()}, if
     *     that is another one: a preloaded library is never found there
     */
    record Known(Origin origin, Path library, Optional<Path> foreign) implements ProcessMalloc {
        /** {@return whether there are two, so that memory of one must not be given to the other} */
        public boolean isMixed() {
            return foreign.isPresent();
        }

        /** {@return the library and its origin: {@code /app/lib/libheapwright-jemalloc.so (linked)}} */
        @Override
        public String toString() {
            String known = library + " (" + origin + ")";
            return foreign.map(other -> "mixed: " + known + ", but " + other + " through the FFM API")
                    .orElse(known);
        }
    }

    /**
     * It is not known.
     *
     * @param reason why
     */
    record Unknown(String reason) implements ProcessMalloc {
        /** {@return that it is unknown, and why} */
        @Override
        public String toString() {
            return "unknown: " + reason;
        }
    }

    /** {@return what answers to {@code malloc} now, which does not change while the process runs} */
    static ProcessMalloc current() {
        if (!Platform.NAME.startsWith("linux/")) {
            return new Unknown("it can be looked up on Linux only");
        }
        if (!Platform.FOREIGN) {
            return PreloadedLibraries.seenWithoutForeign("it can be looked up on Java 22 and newer");
        }
        try {
            FirstUse.prepare();
            return ForeignMalloc.ofProcess();
        } catch (Throwable refusal) {
            Handles.throwPassing(refusal);
            return PreloadedLibraries.seenWithoutForeign(refusal.toString());
        }
    }

    /**
     * {@return whether it is certain that no library of a name is loaded into this process; false where that cannot be looked up}
     *
     * @param fileName such as {@code libheapwright-jemalloc.so}
     */
    static boolean lacks(String fileName) {
        return Platform.NAME.startsWith("linux/") && PreloadedLibraries.lack(fileName);
    }
}
