package dev.heapwright.core.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that are put before those of a file. Linkers put the hash table, the symbols and the names one after the other. If
 * there is room after the hash table, then the symbols move there, and what they leave is room for names:
 *
 * <pre>
 * hash | room | symbols | names
 * hash | symbols | added names, names
 * </pre>
 *
 * All offsets in the names are then larger by the size of the added ones.
 */
final class AddedNames {
    private final Map<String, Long> offsets = new LinkedHashMap<>();

    /** The first name of a file is empty. */
    private long size = 1;

    /**
     * Unused bytes after the hash table.
     *
     * @param start their position in the file
     * @param end the position after them
     */
    record Room(long start, long end) {}

    void add(String name) {
        offsets.put(name, size);
        size += name.length() + 1;
    }

    /** {@return where an added name begins; empty if this one was not added} */
    Optional<Long> offset(String name) {
        return Optional.ofNullable(offsets.get(name));
    }

    /** {@return where a name begins that began at {@code offset} before} */
    long moved(long offset) {
        // The first name remains the empty one.
        return offset == 0 ? 0 : offset + added();
    }

    /** So that the symbols remain aligned. */
    private long added() {
        return offsets.isEmpty() ? 0 : (size + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    void insert(ElfBytes file, ElfReader elf, DynamicSection dynamic, Room room) throws ElfRefusedException {
        if (offsets.isEmpty()) {
            return;
        }
        DynamicSection.Entry symbols = dynamic.get(DynamicTag.SYMBOL_TABLE);
        DynamicSection.Entry names = dynamic.get(DynamicTag.STRING_TABLE);
        long symbolsSize = (long) elf.file().symbols().size() * DynamicSymbol.SIZE;
        long symbolsAt = elf.addresses().position(symbols.value(), symbolsSize);
        long namesAt = dynamic.names().position();
        if (room.end - room.start < added() || symbolsAt != room.end || symbolsAt + symbolsSize != namesAt) {
            throw new ElfRefusedException(
                    ElfRefusal.NO_SPARE_ROOM, "it has no room for " + String.join(", ", offsets.keySet()));
        }
        file.write(symbolsAt - added(), file.copy(symbolsAt, symbolsSize));
        file.write(namesAt - added(), content());
        moveNames(file, elf, dynamic);
        move(file, elf, symbols, SectionHeader.DYNAMIC_SYMBOLS, symbolsSize);
        move(file, elf, names, SectionHeader.STRING_TABLE, dynamic.names().size() + added());
        dynamic.get(DynamicTag.STRING_TABLE_SIZE).set(file, dynamic.names().size() + added());
    }

    private byte[] content() {
        String all = "\0" + String.join("\0", offsets.keySet()) + "\0";
        return Arrays.copyOf(all.getBytes(StandardCharsets.ISO_8859_1), (int) added());
    }

    private void moveNames(ElfBytes file, ElfReader elf, DynamicSection dynamic) throws ElfRefusedException {
        for (DynamicSection.Entry entry : dynamic.entries()) {
            if (DynamicTag.NAMES.contains(entry.tag())) {
                entry.set(file, moved(entry.value()));
            }
        }
        Optional<DynamicSection.Entry> versions = dynamic.find(DynamicTag.VERSIONS_NEEDED);
        if (versions.isPresent()) {
            long address = versions.get().value();
            for (long position : NeededVersions.namePositions(file, elf.addresses(), address)) {
                file.writeInt(position, moved(file.unsignedInt(position)));
            }
        }
    }

    private void move(ElfBytes file, ElfReader elf, DynamicSection.Entry table, long sectionType, long newSize)
            throws ElfRefusedException {
        table.set(file, table.value() - added());
        Optional<SectionHeader> section = elf.section(sectionType, table.value());
        if (section.isPresent()) {
            section.get().move(file, table.value() - added(), section.get().offset() - added(), newSize);
        }
    }
}
