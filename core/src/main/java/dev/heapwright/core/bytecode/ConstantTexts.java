package dev.heapwright.core.bytecode;

/** The texts among the constants of a class file (JVMS 4.4), read where they stand, without creating an object for any. */
final class ConstantTexts {
    private static final int MAGIC = 0xCAFEBABE;

    /** Java 1.3: JVMs reject longer ways to write a letter in files of later ones (HotSpot, {@code is_legal_utf8}). */
    private static final int LAST_VERSION_WITH_OTHER_SPELLINGS = 47;

    private static final int HEADER = 10;

    private ConstantTexts() {}

    /**
     * {@return whether it is certain that none of them names a way to take native memory; false for what is no class file,
     * is too old, or ends before its constants do}
     *
     * @param bytes that begin with a class file, or with the beginning of one
     * @param length of it
     */
    static boolean nameNoMemory(byte[] bytes, int length) {
        if (length < HEADER || !isClassFile(bytes)) {
            return false;
        }
        int count = unsignedShort(bytes, 8);
        int position = HEADER;
        for (int i = 1; i < count; i++) {
            if (position + 3 > length) {
                return false;
            }
            int tag = bytes[position];
            int next = position + size(tag, bytes, position);
            if (next == position || next > length) {
                return false;
            }
            if (tag == 1 && MemoryNames.matches(bytes, position + 3, next)) {
                return false;
            }
            if (tag == 5 || tag == 6) {
                // A long or a double counts for two.
                i++;
            }
            position = next;
        }
        return true;
    }

    private static boolean isClassFile(byte[] bytes) {
        return ((unsignedShort(bytes, 0) << 16) | unsignedShort(bytes, 2)) == MAGIC
                && unsignedShort(bytes, 6) > LAST_VERSION_WITH_OTHER_SPELLINGS;
    }

    /** {@return the size of a constant with its tag (JVMS 4.4, table 4.4-A), or 0 if there is none with that tag} */
    private static int size(int tag, byte[] bytes, int position) {
        return switch (tag) {
            case 1 -> 3 + unsignedShort(bytes, position + 1);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> 0;
        };
    }

    private static int unsignedShort(byte[] bytes, int position) {
        return ((bytes[position] & 0xFF) << 8) | (bytes[position + 1] & 0xFF);
    }
}
