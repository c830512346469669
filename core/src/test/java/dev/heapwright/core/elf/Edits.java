package dev.heapwright.core.elf;

/** Changes that no linker makes. */
final class Edits {
    private Edits() {}

    /** {@return a file in whose dynamic section a tag is another one} */
    static byte[] retagged(byte[] file, long tag, long newTag) throws ElfRefusedException {
        ElfBytes bytes = new ElfBytes(file.clone());
        bytes.writeLong(dynamic(bytes).get(tag).position(), newTag);
        return bytes.toArray();
    }

    /** {@return a file whose program headers do not mention a dynamic section} */
    static byte[] withoutDynamicSection(byte[] file) throws ElfRefusedException {
        ElfBytes bytes = new ElfBytes(file.clone());
        for (ProgramHeader segment : ElfFile.read(file).segments()) {
            if (segment.type() == ProgramHeader.DYNAMIC) {
                bytes.writeInt(segment.position(), 0);
            }
        }
        return bytes.toArray();
    }

    /** {@return a file whose dynamic section has entries that mean nothing instead of spare ones} */
    static byte[] withoutSpareEntries(byte[] file) throws ElfRefusedException {
        ElfBytes bytes = new ElfBytes(file.clone());
        DynamicSection dynamic = dynamic(bytes);
        long end = dynamic.position() + (long) dynamic.entries().size() * DynamicSection.ENTRY_SIZE;
        for (long i = 0; i < dynamic.spareEntries(); i++) {
            bytes.writeLong(end + i * DynamicSection.ENTRY_SIZE, 0x6FFFFDF0L);
        }
        return bytes.toArray();
    }

    /** {@return a file without unused bytes after its segments} */
    static byte[] withoutSpareRoom(byte[] file) throws ElfRefusedException {
        ElfBytes bytes = new ElfBytes(file.clone());
        for (ProgramHeader segment : ElfFile.read(file).segments()) {
            if (segment.type() == ProgramHeader.LOAD && segment.end() < file.length && bytes.isZero(segment.end(), 1)) {
                bytes.write(segment.end(), new byte[] {1});
            }
        }
        return bytes.toArray();
    }

    private static DynamicSection dynamic(ElfBytes bytes) throws ElfRefusedException {
        return ElfReader.read(bytes).dynamic().orElseThrow();
    }
}
