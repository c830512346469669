package com.example.index;

import dev.heapwright.memory.Memory;
import java.nio.charset.StandardCharsets;

/**
 * A key as stored in the index.
 *
 * @param utf8 the key's bytes
 * @param hash never 0, which stands for no key
 */
record Key(byte[] utf8, long hash) {
    /**
     * {@return the key for this string}
     *
     * @throws IllegalArgumentException if it contains an unpaired surrogate, which UTF-8 cannot express
     */
    static Key of(String string) {
        checkSurrogates(string);
        byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
        long hash = XxHash64.hash(utf8);
        return new Key(utf8, hash == 0 ? 1 : hash);
    }

    /** {@return whether the bytes at {@code address} are those of this key} */
    boolean equalsBytesAt(long address) {
        for (int i = 0; i < utf8.length; i++) {
            if (Memory.getByte(address + i) != utf8[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * For an unpaired surrogate, {@code getBytes} writes a question mark, so that different keys could become equal.
     */
    private static void checkSurrogates(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(string.codePointAt(i))) {
                    throw new IllegalArgumentException("the key has half of a surrogate pair at " + i);
                }
                i++;
            }
        }
    }
}
