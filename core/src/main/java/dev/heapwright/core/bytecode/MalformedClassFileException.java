package dev.heapwright.core.bytecode;

/** A class file that cannot be read. The message says why, as a clause about "it". */
public final class MalformedClassFileException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedClassFileException(String reason) {
        super(reason);
    }
}
