package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the dynamic linker reads: pairs of a tag and a value, which is a number, an address, or an offset in the names.
 *
 * @param position in the file
 * @param entries in order, without the one that ends them
 * @param spareEntries how many more there is room for
 * @param names of libraries and symbols
 */
record DynamicSection(long position, List<Entry> entries, long spareEntries, StringTable names) {
    static final int ENTRY_SIZE = 16;

    /**
     * An entry.
     *
     * @param position in the file
     */
    record Entry(long position, long tag, long value) {
        void set(ElfBytes file, long newValue) throws ElfRefusedException {
            file.writeLong(position + 8, newValue);
        }
    }

    static Optional<DynamicSection> read(ElfBytes file, List<ProgramHeader> segments) throws ElfRefusedException {
        List<ProgramHeader> dynamic = segments.stream()
                .filter(segment -> segment.type() == ProgramHeader.DYNAMIC)
                .toList();
        if (dynamic.isEmpty()) {
            return Optional.empty();
        }
        ProgramHeader segment = dynamic.get(0);
        AddressMap addresses = new AddressMap(segments);
        if (dynamic.size() > 1 || addresses.position(segment.address(), segment.fileSize()) != segment.offset()) {
            throw ElfRefusedException.malformed("its dynamic section is not loaded once");
        }
        List<Entry> entries = entries(file, segment);
        long end = segment.offset() + (long) entries.size() * ENTRY_SIZE;
        long spareBytes = file.isZero(end, segment.end() - end) ? segment.end() - end - ENTRY_SIZE : 0;
        long namesSize = get(entries, DynamicTag.STRING_TABLE_SIZE).value;
        StringTable names = new StringTable(
                file, addresses.position(get(entries, DynamicTag.STRING_TABLE).value, namesSize), namesSize);
        return Optional.of(new DynamicSection(segment.offset(), entries, spareBytes / ENTRY_SIZE, names));
    }

    private static List<Entry> entries(ElfBytes file, ProgramHeader segment) throws ElfRefusedException {
        List<Entry> entries = new ArrayList<>();
        for (long each = segment.offset(); each + ENTRY_SIZE <= segment.end(); each += ENTRY_SIZE) {
            long tag = file.readLong(each);
            if (tag == DynamicTag.NULL) {
                return entries;
            }
            entries.add(new Entry(each, tag, file.readLong(each + 8)));
        }
        throw ElfRefusedException.malformed("its dynamic section does not end");
    }

    /** {@return the names that the entries with a tag have as values} */
    List<String> names(long tag) throws ElfRefusedException {
        List<String> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.tag == tag) {
                found.add(names.name(entry.value));
            }
        }
        return found;
    }

    /** {@return the only entry with a tag; empty if there is none} */
    Optional<Entry> find(long tag) throws ElfRefusedException {
        return find(entries, tag);
    }

    Entry get(long tag) throws ElfRefusedException {
        return get(entries, tag);
    }

    private static Optional<Entry> find(List<Entry> entries, long tag) throws ElfRefusedException {
        List<Entry> found = entries.stream().filter(entry -> entry.tag == tag).toList();
        if (found.size() > 1) {
            throw ElfRefusedException.malformed("its dynamic section has several entries 0x" + Long.toHexString(tag));
        }
        return found.stream().findFirst();
    }

    private static Entry get(List<Entry> entries, long tag) throws ElfRefusedException {
        return find(entries, tag)
                .orElseThrow(() ->
                        ElfRefusedException.malformed("its dynamic section has no entry 0x" + Long.toHexString(tag)));
    }
}
