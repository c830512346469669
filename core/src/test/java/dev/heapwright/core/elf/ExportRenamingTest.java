package dev.heapwright.core.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ElfComplaints;
import dev.heapwright.testing.InstalledTool;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A library whose functions were renamed exports them by the new names, and the others as before. */
class ExportRenamingTest {
    private static final Map<String, String> NAMES =
            Map.of("je_malloc", "malloc", "je_free", "free", "je_strdup", "strdup");

    /** The first is not the end of the old name, the second is. */
    private static final Map<String, String> ADDED = Map.of("je_sallocx", "malloc_usable_size", "je_malloc", "malloc");

    private static final byte[] LIBRARY = ElfFiles.jemalloc();

    @Test
    void functionsAreExportedByTheirNewNames() throws ElfRefusedException {
        ElfFile file = ElfFile.read(renamed());
        assertTrue(file.exports("malloc"));
        assertTrue(file.exports("free"));
        assertFalse(file.exports("je_malloc"));
        assertFalse(file.exports("je_free"));
    }

    @Test
    void allOtherSymbolsAreTheSame() throws ElfRefusedException {
        List<DynamicSymbol> expected = ElfFile.read(LIBRARY).symbols().stream()
                .map(symbol -> new DynamicSymbol(
                        symbol.position(),
                        NAMES.getOrDefault(symbol.name(), symbol.name()),
                        symbol.binding(),
                        symbol.isDefined()))
                .toList();
        assertEquals(expected, ElfFile.read(renamed()).symbols());
    }

    @Test
    void theDynamicLinkerFindsEachExportedName() throws ElfRefusedException {
        for (byte[] file : List.of(LIBRARY, renamed())) {
            HashLookup lookup = HashLookup.in(file);
            for (DynamicSymbol symbol : ElfFile.read(file).symbols()) {
                assertEquals(symbol.isDefined(), lookup.finds(symbol.name()), symbol.name());
            }
        }
        assertFalse(HashLookup.in(renamed()).finds("je_malloc"));
    }

    @Test
    void noCodeIsChanged() throws ElfRefusedException {
        byte[] renamed = renamed();
        assertEquals(LIBRARY.length, renamed.length);
        List<SectionHeader> changed = ElfFile.read(LIBRARY).sections().stream()
                .filter(section -> section.sizeInFile() > 0)
                .filter(section -> differ(LIBRARY, renamed, section))
                .toList();
        assertEquals(
                List.of(".gnu.hash", ".dynsym"),
                changed.stream().map(SectionHeader::name).toList());
    }

    @Test
    void renamingTwiceIsRenamingOnce() throws ElfRefusedException {
        assertArrayEquals(renamed(), ExportRenaming.rename(renamed(), NAMES));
    }

    @Test
    void theGivenBytesAreNotChanged() throws ElfRefusedException {
        renamed();
        assertArrayEquals(ElfFiles.jemalloc(), LIBRARY);
    }

    @Test
    void toolsHaveNoComplaint() throws ElfRefusedException {
        assertEquals(List.of(), ElfComplaints.about(renamed()));
        assertEquals(List.of(), ElfComplaints.about(added()));
    }

    @Test
    void aLibraryWithoutTheFunctionsIsRefused() {
        assertRefused(ElfRefusal.NOTHING_TO_RENAME, LIBRARY, Map.of("mi_malloc", "malloc"));
    }

    @Test
    void aNameThatIsNotInTheFileIsAdded() throws ElfRefusedException {
        ElfFile before = ElfFile.read(LIBRARY);
        ElfFile after = ElfFile.read(added());
        assertEquals(
                before.symbols().stream()
                        .map(symbol -> ADDED.getOrDefault(symbol.name(), symbol.name()))
                        .toList(),
                after.symbols().stream().map(DynamicSymbol::name).toList());
        assertEquals(before.needed(), after.needed());
        assertEquals(before.soName(), after.soName());
        HashLookup lookup = HashLookup.in(added());
        for (DynamicSymbol symbol : after.symbols()) {
            assertEquals(symbol.isDefined(), lookup.finds(symbol.name()), symbol.name());
        }
    }

    @Test
    void theVersionsOfImportedNamesAreTheSameWhenANameIsAdded() throws ElfRefusedException {
        InstalledTool readelf = ElfFiles.readelf("--version-info");
        assertEquals(withoutPositions(readelf.run(LIBRARY)), withoutPositions(readelf.run(added())));
    }

    private static List<String> withoutPositions(String output) {
        return output.lines().filter(line -> !line.contains(" Addr: ")).toList();
    }

    @Test
    void aNameForWhichThereIsNoRoomIsRefused() {
        assertRefused(ElfRefusal.NO_SPARE_ROOM, LIBRARY, Map.of("je_malloc", "m".repeat(1000)));
    }

    @Test
    void aNameThatAnotherSymbolHasIsRefused() throws ElfRefusedException {
        byte[] half = ExportRenaming.rename(LIBRARY, Map.of("je_dallocx", "dallocx"));
        assertRefused(ElfRefusal.NAME_TAKEN, half, Map.of("je_sdallocx", "dallocx"));
        assertRefused(ElfRefusal.NAME_TAKEN, LIBRARY, Map.of("je_dallocx", "dallocx", "je_sdallocx", "dallocx"));
    }

    @Test
    void anotherHashTableIsRefused() throws ElfRefusedException {
        assertRefused(ElfRefusal.UNSUPPORTED_HASH, Edits.retagged(LIBRARY, RELATIVE_COUNT, DynamicTag.HASH), NAMES);
        assertRefused(ElfRefusal.UNSUPPORTED_HASH, Edits.retagged(LIBRARY, DynamicTag.GNU_HASH, RELATIVE_COUNT), NAMES);
    }

    @Test
    void versionsOfExportedNamesAreRefused() throws ElfRefusedException {
        assertRefused(
                ElfRefusal.VERSIONED_EXPORTS,
                Edits.retagged(LIBRARY, RELATIVE_COUNT, DynamicTag.VERSION_DEFINITIONS),
                NAMES);
    }

    @Test
    void anUnknownProcessorIsRefused() {
        byte[] sparc = LIBRARY.clone();
        sparc[18] = 43;
        assertRefused(ElfRefusal.UNSUPPORTED_MACHINE, sparc, NAMES);
    }

    /** A tag without which a library works as well. */
    private static final long RELATIVE_COUNT = 0x6FFFFFF9L;

    private static byte[] added() throws ElfRefusedException {
        return ExportRenaming.rename(LIBRARY, ADDED);
    }

    private static byte[] renamed() throws ElfRefusedException {
        return ExportRenaming.rename(LIBRARY, NAMES);
    }

    private static boolean differ(byte[] one, byte[] other, SectionHeader section) {
        int start = (int) section.offset();
        int end = (int) (start + section.size());
        return !Arrays.equals(one, start, end, other, start, end);
    }

    private static void assertRefused(ElfRefusal refusal, byte[] library, Map<String, String> names) {
        ElfRefusedException refused =
                assertThrows(ElfRefusedException.class, () -> ExportRenaming.rename(library, names));
        assertEquals(refusal, refused.refusal(), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).startsWith("it "), refused.getMessage());
    }
}
