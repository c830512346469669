package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renames functions that a shared library exports, such as {@code je_malloc} to {@code malloc}:
 *
 * <ol>
 * <li>The GNU hash table is written again. It requires that the symbols of a bucket follow each other, but symbols cannot
 *     be reordered, as relocations have their indices. Therefore the new table has one bucket. The dynamic linker consults
 *     the Bloom filter first, so the bucket is searched only for exported names.
 * <li>Where a new name is the end of the old one, it is in the file already: the name begins later.
 * <li>Any other new name is {@linkplain AddedNames added}, in the room that the buckets leave.
 * </ol>
 *
 * The library's own calls through its procedure linkage table are to the new names, too.
 */
public final class ExportRenaming {
    private ExportRenaming() {}

    /**
     * Renames exported functions.
     *
     * @param library bytes of the library, which are not changed
     * @param names from old to new, of which the library need not export all
     * @return bytes of the library with the new names; the same bytes if it has been renamed before
     * @throws ElfRefusedException if it is not such a library, or has something that would have to be changed, too
     */
    public static byte[] rename(byte[] library, Map<String, String> names) throws ElfRefusedException {
        ElfBytes bytes = new ElfBytes(library.clone());
        ElfReader elf = ElfReader.read(bytes);
        DynamicSection dynamic = elf.editable();
        ElfFile file = elf.file();
        List<String> newNames = newNames(file, names);
        if (newNames.equals(names(file))) {
            if (names.values().stream().noneMatch(file::exports)) {
                throw new ElfRefusedException(
                        ElfRefusal.NOTHING_TO_RENAME, "it exports none of the functions to rename");
            }
            return library.clone();
        }
        GnuHash table = hashTable(bytes, elf, dynamic, newNames);
        GnuHash newTable = table.withOneBucket();
        bytes.clear(table.position(), table.size());
        newTable.write(bytes, newNames);
        Optional<SectionHeader> section = elf.section(
                SectionHeader.GNU_HASH, dynamic.get(DynamicTag.GNU_HASH).value());
        if (section.isPresent()) {
            section.get().resize(bytes, newTable.size());
        }
        setNames(bytes, elf, dynamic, newNames, new AddedNames.Room(newTable.end(), table.end()));
        return ElfReader.verified(
                bytes,
                renamed -> names(renamed).equals(newNames)
                        && renamed.needed().equals(file.needed())
                        && renamed.soName().equals(file.soName()));
    }

    private static List<String> names(ElfFile file) {
        return file.symbols().stream().map(DynamicSymbol::name).toList();
    }

    private static List<String> newNames(ElfFile file, Map<String, String> names) throws ElfRefusedException {
        Set<String> taken = new HashSet<>(names(file));
        List<String> newNames = new ArrayList<>();
        for (DynamicSymbol symbol : file.symbols()) {
            String name = symbol.name();
            String newName = symbol.isDefined() ? names.getOrDefault(name, name) : name;
            if (!name.equals(newName) && !taken.add(newName)) {
                throw new ElfRefusedException(ElfRefusal.NAME_TAKEN, "it has both " + name + " and " + newName);
            }
            newNames.add(newName);
        }
        return newNames;
    }

    private static GnuHash hashTable(ElfBytes bytes, ElfReader elf, DynamicSection dynamic, List<String> newNames)
            throws ElfRefusedException {
        Optional<DynamicSection.Entry> table = dynamic.find(DynamicTag.GNU_HASH);
        if (table.isEmpty() || dynamic.find(DynamicTag.HASH).isPresent()) {
            throw new ElfRefusedException(
                    ElfRefusal.UNSUPPORTED_HASH, "it has its exported names in a hash table other than the GNU one");
        }
        if (dynamic.find(DynamicTag.VERSION_DEFINITIONS).isPresent()) {
            throw new ElfRefusedException(ElfRefusal.VERSIONED_EXPORTS, "it has versions of its exported names");
        }
        GnuHash hash = GnuHash.read(bytes, elf.addresses(), table.get().value());
        List<String> names = names(elf.file());
        if (hash.symbolCount() != names.size()
                || !newNames.subList(0, (int) hash.firstSymbol()).equals(names.subList(0, (int) hash.firstSymbol()))) {
            throw ElfRefusedException.malformed("its GNU hash table does not contain all exported names");
        }
        return hash;
    }

    private static void setNames(
            ElfBytes bytes, ElfReader elf, DynamicSection dynamic, List<String> newNames, AddedNames.Room room)
            throws ElfRefusedException {
        List<DynamicSymbol> symbols = elf.file().symbols();
        AddedNames added = new AddedNames();
        for (int i = 0; i < newNames.size(); i++) {
            if (!symbols.get(i).name().endsWith(newNames.get(i))) {
                added.add(newNames.get(i));
            }
        }
        for (int i = 0; i < newNames.size(); i++) {
            DynamicSymbol symbol = symbols.get(i);
            String newName = newNames.get(i);
            int shorter = symbol.name().length() - newName.length();
            symbol.setName(bytes, added.offset(newName).orElse(added.moved(symbol.nameOffset(bytes)) + shorter));
        }
        added.insert(bytes, elf, dynamic, room);
    }
}
