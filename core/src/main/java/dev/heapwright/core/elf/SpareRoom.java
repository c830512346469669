package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;

/**
 * Unused bytes of a file after a segment that is loaded, by which the segment can grow: linkers let the next segment begin
 * on a page of its own.
 *
 * @param segment that can grow
 * @param size by how many bytes
 */
record SpareRoom(ProgramHeader segment, long size) {
    /** The smallest page size of any processor. A segment's alignment is the page size that its linker assumed. */
    private static final long PAGE = 4096;

    /**
     * {@return room of a size, in memory that is not written to}
     *
     * @throws ElfRefusedException if there is none
     */
    static SpareRoom find(ElfBytes file, ElfReader elf, long size) throws ElfRefusedException {
        for (ProgramHeader segment : elf.addresses().segments()) {
            // What is in memory but not in the file would be after the new bytes.
            if ((segment.flags() & ProgramHeader.WRITABLE) == 0
                    && segment.memorySize() == segment.fileSize()
                    && size <= inFile(file, elf, segment)
                    && size <= inMemory(elf, segment)
                    && file.isZero(segment.end(), size)) {
                return new SpareRoom(segment, size);
            }
        }
        throw new ElfRefusedException(
                ElfRefusal.NO_SPARE_ROOM, "it has no " + size + " unused bytes after any of its read-only segments");
    }

    /** {@return the position in the file} */
    long position() {
        return segment.end();
    }

    long address() {
        return segment.address() + segment.fileSize();
    }

    /** {@return how many bytes of the file after a segment belong to nothing} */
    private static long inFile(ElfBytes file, ElfReader elf, ProgramHeader segment) {
        return used(file, elf).stream()
                .filter(range -> range.end > segment.end())
                .mapToLong(range -> range.start - segment.end())
                .min()
                .orElse(0);
    }

    private record Range(long start, long end) {}

    private static List<Range> used(ElfBytes file, ElfReader elf) {
        List<Range> ranges = new ArrayList<>();
        ElfHeader header = elf.header();
        ranges.add(new Range(
                header.programHeaders(),
                header.programHeaders() + (long) header.programHeaderCount() * ProgramHeader.SIZE));
        ranges.add(new Range(
                header.sectionHeaders(),
                header.sectionHeaders() + (long) header.sectionHeaderCount() * SectionHeader.SIZE));
        for (ProgramHeader each : elf.file().segments()) {
            ranges.add(new Range(each.offset(), each.end()));
        }
        for (SectionHeader each : elf.file().sections()) {
            ranges.add(new Range(each.offset(), each.offset() + each.sizeInFile()));
        }
        ranges.removeIf(range -> range.start == range.end);
        ranges.add(new Range(file.length(), Long.MAX_VALUE));
        return ranges;
    }

    /** {@return how many bytes after a segment are on no page of another one} */
    private static long inMemory(ElfReader elf, ProgramHeader segment) {
        long end = segment.address() + segment.memorySize();
        return elf.addresses().segments().stream()
                .filter(other -> other.address() + other.memorySize() > end)
                .mapToLong(other -> firstPage(other, segment.alignment()) - end)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long firstPage(ProgramHeader segment, long otherAlignment) {
        long page = Math.max(PAGE, Math.max(segment.alignment(), otherAlignment));
        return segment.address() / page * page;
    }
}
