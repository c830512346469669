package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;

/**
 * A section: a part of the file with a name, for linkers and tools. The dynamic linker does not read sections.
 *
 * @param position of this header in the file
 * @param name such as {@code .dynstr}
 * @param type what it contains
 * @param address in memory; 0 if it is not loaded
 * @param offset in the file
 * @param size in bytes
 */
public record SectionHeader(long position, String name, long type, long address, long offset, long size) {
    static final int STRING_TABLE = 3;
    static final int NO_BITS = 8;
    static final int DYNAMIC_SYMBOLS = 11;
    static final int GNU_HASH = 0x6FFFFFF6;

    static final int SIZE = 64;

    static List<SectionHeader> readAll(ElfBytes file, ElfHeader header) throws ElfRefusedException {
        List<SectionHeader> sections = new ArrayList<>();
        if (header.sectionHeaderCount() > 0) {
            long position = header.sectionHeaders() + (long) header.sectionNames() * SIZE;
            StringTable names = new StringTable(file, file.readLong(position + 24), file.readLong(position + 32));
            for (int i = 0; i < header.sectionHeaderCount(); i++) {
                sections.add(read(file, header.sectionHeaders() + (long) i * SIZE, names));
            }
        }
        return sections;
    }

    private static SectionHeader read(ElfBytes file, long position, StringTable names) throws ElfRefusedException {
        SectionHeader section = new SectionHeader(
                position,
                names.name(file.unsignedInt(position)),
                file.unsignedInt(position + 4),
                file.readLong(position + 16),
                file.readLong(position + 24),
                file.readLong(position + 32));
        if (section.sizeInFile() > 0) {
            file.checked(section.offset, section.size);
        }
        return section;
    }

    /** {@return how many bytes of the file it consists of} */
    long sizeInFile() {
        return type == 0 || type == NO_BITS ? 0 : size;
    }

    /** Moves the section; what it contains is not moved. */
    void move(ElfBytes file, long newAddress, long newOffset, long newSize) throws ElfRefusedException {
        file.writeLong(position + 16, newAddress);
        file.writeLong(position + 24, newOffset);
        resize(file, newSize);
    }

    void resize(ElfBytes file, long newSize) throws ElfRefusedException {
        file.writeLong(position + 32, newSize);
    }
}
