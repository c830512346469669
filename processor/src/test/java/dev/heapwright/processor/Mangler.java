package dev.heapwright.processor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages class files, both at random, as a bad disk does, and deliberately: in their constant pools (JVMS 4.4). */
final class Mangler {
    private static final int POOL = 10;
    private static final List<String> TEXTS = List.of(
            "",
            "/",
            ".",
            "$",
            "a//b",
            "[",
            "[[[[[J",
            "L;",
            "()V",
            "(Llib/M0",
            "<T:",
            "<T:TT;>Llib/M1<TT;>;",
            "lib/M0",
            "lib/M1$Inner",
            "lib/M2$",
            "lib.M3",
            "Llib/M4;",
            "java/lang/Object",
            "java/nowhere/Nothing",
            "module-info",
            "../../../../etc/passwd",
            "größe/为\0\u202E\n",
            "Code",
            "InnerClasses",
            "EnclosingMethod",
            "Signature",
            "Record",
            "PermittedSubclasses",
            "ConstantValue",
            "RuntimeInvisibleTypeAnnotations",
            "AnnotationDefault",
            "n".repeat(0xFFFF));

    private final Random random;

    Mangler(Random random) {
        this.random = random;
    }

    /** {@return a damaged copy of a class file} */
    byte[] mangle(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length < POOL) {
            return bytes;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int anywhere = random.nextInt(bytes.length - 4);
        switch (random.nextInt(9)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(4) == 0 ? 0 : anywhere);
            }
            case 1 -> bytes[anywhere] ^= (byte) (1 << random.nextInt(8));
            case 2 -> random.ints(8, POOL, bytes.length).forEach(at -> bytes[at] = (byte) random.nextInt());
            case 3 -> buffer.putShort(anywhere, (short) (random.nextBoolean() ? 0xFFFF : 0));
            case 4 -> buffer.putInt(anywhere, random.nextBoolean() ? 0x7FFF_FFFF : 0xFFFF_FFFF);
            case 5 -> {
                return without(bytes, anywhere, 1 + random.nextInt(16));
            }
            default -> {
                return mangledPool(bytes);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        return spliced(bytes, from, Math.min(from + length, bytes.length), new byte[0]);
    }

    private byte[] mangledPool(byte[] bytes) {
        List<Integer> entries = entries(bytes);
        if (entries.isEmpty()) {
            return bytes;
        }
        int entry = entries.get(random.nextInt(entries.size()));
        int tag = bytes[entry];
        if (random.nextInt(4) == 0) {
            bytes[entry] = (byte) random.nextInt(22);
        } else if (tag == 1) {
            byte[] text = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
            byte[] utf8 = ByteBuffer.allocate(2 + Math.min(text.length, 0xFFFF))
                    .putShort((short) text.length)
                    .put(text)
                    .array();
            return spliced(bytes, entry + 1, entry + length(bytes, entry), utf8);
        } else {
            // Refers to another entry, or to itself.
            ByteBuffer.wrap(bytes).putShort(entry + 1, (short) (1 + random.nextInt(entries.size())));
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] other) {
        return ByteBuffer.allocate(bytes.length - (to - from) + other.length)
                .put(bytes, 0, from)
                .put(other)
                .put(bytes, to, bytes.length - to)
                .array();
    }

    /** The offsets of the constant pool's entries, as far as it is intact. */
    private static List<Integer> entries(byte[] bytes) {
        List<Integer> entries = new ArrayList<>();
        int count = ByteBuffer.wrap(bytes).getChar(POOL - 2);
        int at = POOL;
        for (int i = 1; i < count && at + 9 < bytes.length; i++) {
            entries.add(at);
            at += length(bytes, at);
        }
        // The last entry may extend beyond the end.
        return entries.subList(0, Math.max(0, entries.size() - 1));
    }

    private static int length(byte[] bytes, int entry) {
        return switch (bytes[entry]) {
            case 1 -> 3 + ByteBuffer.wrap(bytes).getChar(entry + 1);
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 5, 6 -> 9;
            default -> 5;
        };
    }
}
