package dev.heapwright.core.elf;

/** Names, each ended by a zero byte. A name may begin within another one. */
final class StringTable {
    private final ElfBytes file;
    private final long position;
    private final long size;

    /**
     * How many more characters may be read. Each of a million symbols may have a name that is a million characters long, in
     * a file of no more than some million bytes.
     */
    private long budget;

    /** @param position in the file */
    StringTable(ElfBytes file, long position, long size) throws ElfRefusedException {
        this.file = file;
        this.position = file.checked(position, size);
        this.size = size;
        budget = 16L * file.length();
    }

    long position() {
        return position;
    }

    long size() {
        return size;
    }

    /** @param offset in this table */
    String name(long offset) throws ElfRefusedException {
        if (offset < 0 || offset >= size) {
            throw ElfRefusedException.malformed("a name is outside of the names");
        }
        String name = file.name(position + offset, position + size);
        budget -= name.length();
        if (budget < 0) {
            throw ElfRefusedException.malformed("its names are longer than the file");
        }
        return name;
    }
}
