package dev.heapwright.core.bytecode;

/** A class file that cannot be read. The message says why, as a clause about "it". */
public final class MalformedClassFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean ofUnknownJava;

    MalformedClassFileException(String reason) {
        this(reason, false);
    }

    MalformedClassFileException(String reason, boolean ofUnknownJava) {
        super(reason);
        this.ofUnknownJava = ofUnknownJava;
    }

    MalformedClassFileException(String reason, Throwable cause) {
        super(reason, cause);
        this.ofUnknownJava = false;
    }

    /**
     * {@return whether a JVM may be able to load the file nevertheless: it is for a Java that is not known here}
     */
    public boolean isOfUnknownJava() {
        return ofUnknownJava;
    }
}
