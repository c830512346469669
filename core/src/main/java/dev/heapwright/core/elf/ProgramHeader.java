package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment: a part of the file and where it is in memory. Positions and sizes are in bytes.
 *
 * @param position of this header in the file
 * @param type such as {@link #LOAD}
 * @param flags whether it is executable (1), writable (2), readable (4)
 * @param offset of the segment in the file
 * @param address in memory, relative to where the file is loaded
 * @param fileSize its size in the file
 * @param memorySize its size in memory; what is not in the file is zero
 * @param alignment in memory
 */
public record ProgramHeader(
        long position,
        long type,
        long flags,
        long offset,
        long address,
        long fileSize,
        long memorySize,
        long alignment) {

    /** The type of a segment that is loaded into memory. */
    public static final int LOAD = 1;

    static final int DYNAMIC = 2;
    static final int INTERPRETER = 3;

    static final int WRITABLE = 2;

    static final int SIZE = 56;

    /** Higher than any address that a segment may have, low enough to be added to another. */
    private static final long HIGHEST = 1L << 62;

    static List<ProgramHeader> readAll(ElfBytes file, ElfHeader header) throws ElfRefusedException {
        List<ProgramHeader> headers = new ArrayList<>();
        for (int i = 0; i < header.programHeaderCount(); i++) {
            ProgramHeader each = read(file, header.programHeaders() + (long) i * SIZE);
            file.checked(each.offset, each.fileSize);
            if (outside(each.address) || outside(each.memorySize)) {
                throw ElfRefusedException.malformed("a segment is outside of any memory");
            }
            if (each.type == LOAD && each.memorySize < each.fileSize) {
                throw ElfRefusedException.malformed("a segment is larger than its memory");
            }
            headers.add(each);
        }
        return headers;
    }

    private static ProgramHeader read(ElfBytes file, long position) throws ElfRefusedException {
        return new ProgramHeader(
                position,
                file.unsignedInt(position),
                file.unsignedInt(position + 4),
                file.readLong(position + 8),
                file.readLong(position + 16),
                file.readLong(position + 32),
                file.readLong(position + 40),
                file.readLong(position + 48));
    }

    private static boolean outside(long value) {
        return value < 0 || value >= HIGHEST;
    }

    boolean isLoaded() {
        return type == LOAD;
    }

    /** {@return the end of the segment in the file} */
    long end() {
        return offset + fileSize;
    }

    /** Grows the segment at its end, in the file and in memory. */
    void grow(ElfBytes file, long bytes) throws ElfRefusedException {
        file.writeLong(position + 32, fileSize + bytes);
        file.writeLong(position + 40, memorySize + bytes);
    }
}
