package dev.heapwright.core.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets a program, or a library, need another library, before all others. What the other library exports is then found
 * first, and without the library the program does not start.
 *
 * <p><b>Notation.</b> The <em>names</em> are the string table of the dynamic section [1], at {@code DT_STRTAB} and of {@code
 * DT_STRSZ} bytes. A needed library is an entry {@code DT_NEEDED} whose value is the offset of its name in them; the
 * dynamic linker searches the libraries in the order of their entries [2]. A <em>spare</em> entry is one after the {@code
 * DT_NULL} that ends the section.
 *
 * <p><b>Algorithm.</b>
 *
 * <ol>
 * <li>The names are copied to unused bytes after a segment, which grows by them, and the library's name is appended. The
 *     offsets of the other names remain the same.
 * <li>The dynamic section and the section headers are updated to the new place.
 * <li>The entries of the dynamic section move up into a spare one, and the new one is put before them.
 * </ol>
 *
 * <p>References:
 *
 * <ol>
 * <li>System V Application Binary Interface, chapter 5, "Dynamic Section" and "Shared Object Dependencies".
 * <li>Linux manual, ld.so(8).
 * </ol>
 */
public final class NeededLibrary {
    private NeededLibrary() {}

    /**
     * Adds a needed library.
     *
     * @param file bytes of the program or library, which are not changed
     * @param library name of the library, such as {@code libjemalloc.so}, or a path to it that may begin with {@code
     *     $ORIGIN}, the folder of the file, as in {@code $ORIGIN/../lib/libjemalloc.so}; of printable ASCII characters
     *     other than spaces
     * @return bytes of the same length, which need the library; the same bytes if they needed it first before
     * @throws ElfRefusedException if the file is not one that needs libraries, or there is no room for another one
     * @throws IllegalArgumentException if {@code library} is not such a name
     */
    public static byte[] add(byte[] file, String library) throws ElfRefusedException {
        if (!library.matches("[!-~]+")) {
            throw new IllegalArgumentException(library);
        }
        ElfBytes bytes = new ElfBytes(file.clone());
        ElfReader elf = ElfReader.read(bytes);
        DynamicSection dynamic = elf.editable();
        List<String> needed = elf.file().needed();
        if (needed.contains(library)) {
            if (needed.indexOf(library) > 0) {
                throw new ElfRefusedException(
                        ElfRefusal.NEEDED_LATER, "it needs " + library + ", but " + needed.get(0) + " before it");
            }
            return file.clone();
        }
        if (dynamic.spareEntries() == 0) {
            throw new ElfRefusedException(ElfRefusal.NO_SPARE_ENTRY, "it has no spare entry in its dynamic section");
        }
        moveNames(bytes, elf, dynamic, library);
        prepend(bytes, dynamic, DynamicTag.NEEDED, dynamic.names().size());
        List<String> expected = new ArrayList<>(List.of(library));
        expected.addAll(needed);
        return ElfReader.verified(bytes, edited -> edited.needed().equals(expected));
    }

    private static void moveNames(ElfBytes file, ElfReader elf, DynamicSection dynamic, String library)
            throws ElfRefusedException {
        StringTable names = dynamic.names();
        byte[] added = (library + '\0').getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(file.copy(names.position(), names.size()), (int) names.size() + added.length);
        System.arraycopy(added, 0, all, (int) names.size(), added.length);

        SpareRoom room = SpareRoom.find(file, elf, all.length);
        file.write(room.position(), all);
        room.segment().grow(file, all.length);
        DynamicSection.Entry address = dynamic.get(DynamicTag.STRING_TABLE);
        address.set(file, room.address());
        dynamic.get(DynamicTag.STRING_TABLE_SIZE).set(file, all.length);
        Optional<SectionHeader> section = elf.section(SectionHeader.STRING_TABLE, address.value());
        if (section.isPresent()) {
            section.get().move(file, room.address(), room.position(), all.length);
        }
    }

    private static void prepend(ElfBytes file, DynamicSection dynamic, long tag, long value)
            throws ElfRefusedException {
        long size = (long) dynamic.entries().size() * DynamicSection.ENTRY_SIZE;
        file.write(dynamic.position() + DynamicSection.ENTRY_SIZE, file.copy(dynamic.position(), size));
        file.writeLong(dynamic.position(), tag);
        file.writeLong(dynamic.position() + 8, value);
    }
}
