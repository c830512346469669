package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function or variable that a file exports to others, or imports from them.
 *
 * @param position of the symbol in the file
 * @param name such as {@code malloc}
 * @param binding whether it is local (0), global (1) or weak (2)
 * @param isDefined whether it is in this file, and so is exported; otherwise it is imported
 */
public record DynamicSymbol(long position, String name, int binding, boolean isDefined) {
    static final int SIZE = 24;

    static List<DynamicSymbol> readAll(
            ElfBytes file, DynamicSection dynamic, AddressMap addresses, List<SectionHeader> sections)
            throws ElfRefusedException {
        Optional<DynamicSection.Entry> table = dynamic.find(DynamicTag.SYMBOL_TABLE);
        if (table.isEmpty()) {
            return List.of();
        }
        if (dynamic.get(DynamicTag.SYMBOL_SIZE).value() != SIZE) {
            throw ElfRefusedException.malformed("its symbols are not of " + SIZE + " bytes");
        }
        long address = table.get().value();
        long count = count(file, dynamic, addresses, sections, address);
        long position = addresses.position(address, count * SIZE);
        List<DynamicSymbol> symbols = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            symbols.add(read(file, position + i * SIZE, dynamic.names()));
        }
        return symbols;
    }

    /** The dynamic section does not have the number of symbols: the section of symbols has, and so have hash tables. */
    private static long count(
            ElfBytes file, DynamicSection dynamic, AddressMap addresses, List<SectionHeader> sections, long address)
            throws ElfRefusedException {
        for (SectionHeader section : sections) {
            if (section.type() == SectionHeader.DYNAMIC_SYMBOLS) {
                if (section.address() != address || section.size() % SIZE != 0) {
                    throw ElfRefusedException.malformed("its dynamic section has other symbols than its sections");
                }
                return section.size() / SIZE;
            }
        }
        Optional<DynamicSection.Entry> hash = dynamic.find(DynamicTag.HASH);
        if (hash.isPresent()) {
            return file.unsignedInt(addresses.position(hash.get().value(), 8) + 4);
        }
        return GnuHash.read(file, addresses, dynamic.get(DynamicTag.GNU_HASH).value())
                .symbolCount();
    }

    private static DynamicSymbol read(ElfBytes file, long position, StringTable names) throws ElfRefusedException {
        return new DynamicSymbol(
                position,
                names.name(file.unsignedInt(position)),
                file.unsignedByte(position + 4) >> 4,
                file.unsignedShort(position + 6) != 0);
    }

    /** {@return where the name begins in the names} */
    long nameOffset(ElfBytes file) throws ElfRefusedException {
        return file.unsignedInt(position);
    }

    void setName(ElfBytes file, long offset) throws ElfRefusedException {
        file.writeInt(position, offset);
    }
}
