package dev.heapwright.core.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The texts by which constants name ways to take native memory: each way that {@link MemorySource} knows needs one of them.
 * They are compared where they stand, in the bytes of a class file, as a program has millions of constants, and nearly all are
 * something else.
 */
final class MemoryNames {
    /** One that ends in a separator is the beginning of names, and one that begins with a bracket is the end of types. */
    private static final List<String> NAMES = List.of(
            "dev/heapwright/heap/Heap",
            "allocateMemory",
            "reallocateMemory",
            "allocateDirect",
            "java.nio.DirectByteBuffer",
            "java/lang/foreign/",
            "java.lang.foreign.",
            "downcallHandle",
            "com/sun/jna/",
            "jnr/ffi/",
            "load",
            "loadLibrary",
            "java/util/zip/",
            "java/nio/channels/FileChannel",
            ")Ljava/nio/MappedByteBuffer;");

    private static final String SEPARATORS = "/.";
    private static final char BRACKET = ')';

    private static final byte[][] PREFIXES =
            bytes(NAMES.stream().filter(MemoryNames::isPrefix).toList());
    private static final byte[][] SUFFIXES =
            bytes(NAMES.stream().filter(MemoryNames::isSuffix).toList());
    private static final byte[][] WHOLE = bytes(
            NAMES.stream().filter(name -> !isPrefix(name) && !isSuffix(name)).toList());

    private MemoryNames() {}

    private static boolean isPrefix(String name) {
        return SEPARATORS.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    private static boolean isSuffix(String name) {
        return name.charAt(0) == BRACKET;
    }

    private static byte[][] bytes(List<String> names) {
        return names.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** {@return whether a text is one of them, or has one at its beginning or end} */
    static boolean matches(byte[] bytes, int from, int to) {
        for (byte[] name : WHOLE) {
            if (name.length == to - from && isAt(bytes, from, name)) {
                return true;
            }
        }
        for (byte[] name : PREFIXES) {
            if (name.length <= to - from && isAt(bytes, from, name)) {
                return true;
            }
        }
        for (byte[] name : SUFFIXES) {
            if (name.length <= to - from && isAt(bytes, to - name.length, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int from, byte[] name) {
        int last = name.length - 1;
        // Packages have common beginnings.
        return bytes[from + last] == name[last] && Arrays.equals(bytes, from, from + name.length, name, 0, name.length);
    }
}
