package dev.heapwright.core.bytecode;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Finds where a class file takes native memory. Each call of a method and each text is a constant of the class file first:
 * unless one of these takes memory, the methods need not be read. Both questions are asked of {@link MemorySource}, so that
 * the first one misses nothing. Most files have none of the {@link MemoryNames} in them, so that neither is asked.
 */
public final class MemoryPlaces {
    /** Tags of constants (JVMS 4.4, table 4.4-A). */
    private static final int STRING = 8;

    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private MemoryPlaces() {}

    /**
     * {@return whether it is certain, without reading more, that a class file takes no native memory; of a file that is damaged,
     * it may be certain as well}
     *
     * @param bytes that begin with the file; all of its constants are needed, which are the first half of most files
     * @param length how many of the bytes are of the file
     */
    public static boolean areNone(byte[] bytes, int length) {
        return ConstantTexts.nameNoMemory(bytes, length);
    }

    /**
     * Reads a class file.
     *
     * @param bytes of the file
     * @return the places, sorted
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static Set<MemoryPlace> read(byte[] bytes) throws MalformedClassFileException {
        if (bytes.length <= ClassFile.LARGEST && areNone(bytes, bytes.length)) {
            return Set.of();
        }
        try {
            ClassReader reader = ClassFile.reader(bytes);
            return mayTakeMemory(reader) ? readMethods(reader) : Set.of();
        } catch (RuntimeException | StackOverflowError e) {
            // StackOverflowError: constants may be nested too deeply, or in themselves.
            throw ClassFile.malformed(bytes, e);
        }
    }

    /** {@return the places, found in the methods, whatever the constants say} */
    static Set<MemoryPlace> readMethods(ClassReader reader) {
        Set<MemoryPlace> places = new TreeSet<>();
        reader.accept(new MemoryPlaceReader(places), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return places;
    }

    /** {@return whether a constant takes memory, if it is used} */
    static boolean mayTakeMemory(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int constant = reader.getItem(i);
            if (constant > 0 && ofConstant(reader, constant, buffer).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<MemorySource> ofConstant(ClassReader reader, int constant, char[] buffer) {
        return switch (reader.readByte(constant - 1)) {
            case STRING -> MemorySource.ofText(text(reader, constant, buffer));
            case METHOD, INTERFACE_METHOD -> {
                int nameAndType = reader.getItem(reader.readUnsignedShort(constant + 2));
                yield MemorySource.ofCall(
                        text(reader, reader.getItem(reader.readUnsignedShort(constant)), buffer),
                        text(reader, nameAndType, buffer),
                        () -> text(reader, nameAndType + 2, buffer));
            }
            default -> Optional.empty();
        };
    }

    private static String text(ClassReader reader, int offset, char[] buffer) {
        @Nullable String text = reader.readUTF8(offset, buffer);
        // An index of 0, in a mangled file.
        return text == null ? "" : text;
    }
}
