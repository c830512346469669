package dev.heapwright.core.elf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renames functions that a shared library exports, such as {@code je_malloc} to {@code malloc}. A new name is the end of
 * the old one, so that it is in the file already:
 *
 * <ol>
 * <li>The exported symbols to rename are found.
 * <li>The name of each begins later.
 * <li>The GNU hash table is written again. It requires that the symbols of a bucket follow each other, but symbols cannot
 *     be moved, as relocations have their indices. Therefore the new table has one bucket. The dynamic linker consults
 *     the Bloom filter first, so only those who look for an exported name search the bucket.
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
        ElfBytes file = new ElfBytes(library.clone());
        ElfReader elf = ElfReader.read(file);
        DynamicSection dynamic = elf.editable();
        List<String> newNames = newNames(elf.file(), names);
        if (newNames.equals(names(elf.file()))) {
            if (names.values().stream().noneMatch(elf.file()::exports)) {
                throw new ElfRefusedException(
                        ElfRefusal.NOTHING_TO_RENAME, "it exports none of the functions to rename");
            }
            return library.clone();
        }
        GnuHash table = hashTable(file, elf, dynamic);
        for (int i = 0; i < newNames.size(); i++) {
            DynamicSymbol symbol = elf.file().symbols().get(i);
            int shorter = symbol.name().length() - newNames.get(i).length();
            if (shorter > 0 && i < table.firstSymbol()) {
                throw ElfRefusedException.malformed("an exported name is not in the GNU hash table");
            }
            symbol.shortenName(file, shorter);
        }
        GnuHash newTable = table.withOneBucket();
        file.clear(table.position(), table.size());
        newTable.write(file, newNames);
        Optional<SectionHeader> section = elf.section(
                SectionHeader.GNU_HASH, dynamic.get(DynamicTag.GNU_HASH).value());
        if (section.isPresent()) {
            section.get().resize(file, newTable.size());
        }
        return ElfReader.verified(file, renamed -> names(renamed).equals(newNames));
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
            if (!name.endsWith(newName)) {
                throw new ElfRefusedException(
                        ElfRefusal.NOT_A_SUFFIX, "it exports " + name + ", which does not end in " + newName);
            }
            if (!name.equals(newName) && !taken.add(newName)) {
                throw new ElfRefusedException(ElfRefusal.NAME_TAKEN, "it has both " + name + " and " + newName);
            }
            newNames.add(newName);
        }
        return newNames;
    }

    private static GnuHash hashTable(ElfBytes file, ElfReader elf, DynamicSection dynamic) throws ElfRefusedException {
        Optional<DynamicSection.Entry> table = dynamic.find(DynamicTag.GNU_HASH);
        if (table.isEmpty() || dynamic.find(DynamicTag.HASH).isPresent()) {
            throw new ElfRefusedException(
                    ElfRefusal.UNSUPPORTED_HASH, "it has its exported names in a hash table other than the GNU one");
        }
        if (dynamic.find(DynamicTag.VERSION_DEFINITIONS).isPresent()) {
            throw new ElfRefusedException(ElfRefusal.VERSIONED_EXPORTS, "it has versions of its exported names");
        }
        GnuHash hash = GnuHash.read(file, elf.addresses(), table.get().value());
        if (hash.symbolCount() != elf.file().symbols().size()) {
            throw ElfRefusedException.malformed("its GNU hash table does not contain all symbols");
        }
        return hash;
    }
}
