package dev.heapwright.core.elf;

import java.util.Optional;

/**
 * The header of a file.
 *
 * @param machine whose code it contains, if it is one that is known here
 * @param programHeaders position of the table of program headers
 * @param programHeaderCount their number
 * @param sectionHeaders position of the table of section headers
 * @param sectionHeaderCount their number; 0 if the file has none
 * @param sectionNames index of the section with the sections' names
 */
record ElfHeader(
        Optional<Machine> machine,
        long programHeaders,
        int programHeaderCount,
        long sectionHeaders,
        int sectionHeaderCount,
        int sectionNames) {

    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int VERSION = 1;

    private static final int SIZE = 64;

    /** More than any linker produces. */
    private static final int MOST_PROGRAM_HEADERS = 256;

    /** Where there would be more, the number is elsewhere. */
    private static final int MOST_SECTION_HEADERS = 0xFEFF;

    static ElfHeader read(ElfBytes file) throws ElfRefusedException {
        if (file.length() < SIZE || !ElfFile.isStart(file.start(4))) {
            throw new ElfRefusedException(ElfRefusal.NOT_ELF, "it is not an ELF file");
        }
        check(file.unsignedByte(4) == CLASS_64, "it is for a processor of 32 bits");
        check(file.unsignedByte(5) == LITTLE_ENDIAN, "it is for a processor that is big-endian");
        check(file.unsignedByte(6) == VERSION, "it is an ELF file of another version than 1");
        ElfHeader header = new ElfHeader(
                Machine.of(file.unsignedShort(18)),
                file.readLong(32),
                file.unsignedShort(56),
                file.readLong(40),
                file.unsignedShort(60),
                file.unsignedShort(62));
        header.check(file);
        return header;
    }

    private static void check(boolean supported, String otherwise) throws ElfRefusedException {
        if (!supported) {
            throw new ElfRefusedException(ElfRefusal.UNSUPPORTED_FORMAT, otherwise);
        }
    }

    private void check(ElfBytes file) throws ElfRefusedException {
        if (programHeaderCount > MOST_PROGRAM_HEADERS
                || (programHeaderCount > 0 && file.unsignedShort(54) != ProgramHeader.SIZE)) {
            throw new ElfRefusedException(ElfRefusal.UNSUPPORTED_FORMAT, "it has program headers of another format");
        }
        if (sectionHeaderCount == 0
                ? sectionHeaders != 0
                : sectionHeaderCount > MOST_SECTION_HEADERS || file.unsignedShort(58) != SectionHeader.SIZE) {
            throw new ElfRefusedException(ElfRefusal.UNSUPPORTED_FORMAT, "it has section headers of another format");
        }
        file.checked(programHeaders, (long) programHeaderCount * ProgramHeader.SIZE);
        file.checked(sectionHeaders, (long) sectionHeaderCount * SectionHeader.SIZE);
        if (sectionHeaderCount > 0 && sectionNames >= sectionHeaderCount) {
            throw ElfRefusedException.malformed("its sections have no names");
        }
    }
}
