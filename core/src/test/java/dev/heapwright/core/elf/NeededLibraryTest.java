package dev.heapwright.core.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ElfComplaints;
import dev.heapwright.testing.InstalledTool;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A file that was made to need a library needs it first, and everything else as before. */
class NeededLibraryTest {
    private static final String LIBRARY = "libpool.so";

    @Test
    void theLibraryIsNeededFirst() throws ElfRefusedException {
        byte[] launcher = ElfFiles.launcher();
        assertEquals(
                withFirst(ElfFile.read(launcher).needed()),
                ElfFile.read(NeededLibrary.add(launcher, LIBRARY)).needed());
    }

    @Test
    void eachFileOfTheJdkIsChangedInNothingElseOrRefused() throws ElfRefusedException {
        List<Path> refused = new ArrayList<>();
        for (Path path : ElfFiles.ofJdk()) {
            byte[] file = ElfFiles.bytes(path);
            byte[] edited;
            try {
                edited = NeededLibrary.add(file, LIBRARY);
            } catch (ElfRefusedException e) {
                assertEquals(ElfRefusal.NO_SPARE_ROOM, e.refusal(), path + ": " + e.getMessage());
                refused.add(path.getFileName());
                continue;
            }
            assertSameButForNeeded(ElfFile.read(file), ElfFile.read(edited));
            assertEquals(file.length, edited.length);
            assertArrayEquals(edited, NeededLibrary.add(edited, LIBRARY));
        }
        assertTrue(Stream.of("java", "libsyslookup.so").map(Path::of).noneMatch(refused::contains), refused.toString());
    }

    /** The file to be edited is of one build, for another processor: it has room. */
    @Test
    void theEditedFileIsTheSameOnEachMachine() throws Exception {
        byte[] edited = NeededLibrary.add(ElfFiles.jemallocForArm(), LIBRARY);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(edited);
        assertEquals(
                "52779a2cf9c6e5a32097e6f31ceca269b1016773eccea72d26356769e36a3bae",
                HexFormat.of().formatHex(hash));
    }

    @Test
    void severalLibrariesCanBeAddedOneAfterTheOther() throws ElfRefusedException {
        byte[] launcher = ElfFiles.launcher();
        byte[] edited = NeededLibrary.add(NeededLibrary.add(launcher, "libother.so"), LIBRARY);
        assertEquals(
                List.of(LIBRARY, "libother.so"), ElfFile.read(edited).needed().subList(0, 2));
    }

    @Test
    void toolsHaveNoNewComplaint() throws ElfRefusedException {
        assertEquals(ElfComplaints.about(ElfFiles.launcher()), ElfComplaints.about(edited()));
    }

    @Test
    void readelfShowsTheLibrary() throws ElfRefusedException {
        String output = ElfFiles.readelf("--dynamic").run(edited());
        assertTrue(output.contains("Shared library: [libpool.so]"), output);
    }

    @Test
    void theDynamicLinkerLooksForTheLibrary() throws ElfRefusedException {
        Optional<InstalledTool> ldd = InstalledTool.find("ldd");
        Assumptions.assumeTrue(ldd.isPresent());
        String output = ldd.get().run(edited());
        assertTrue(output.contains("libpool.so => not found"), output);
        assertTrue(output.contains("libc.so.6 => "), output);
    }

    @Test
    void theGivenBytesAreNotChanged() throws ElfRefusedException {
        byte[] launcher = ElfFiles.launcher();
        NeededLibrary.add(launcher, LIBRARY);
        assertArrayEquals(ElfFiles.launcher(), launcher);
    }

    @Test
    void aLibraryThatIsNeededLaterIsRefused() {
        assertRefused(ElfRefusal.NEEDED_LATER, ElfFiles.launcher(), "libc.so.6");
    }

    @Test
    void aFileThatIsNotLinkedWhenItIsLoadedIsRefused() throws ElfRefusedException {
        assertRefused(ElfRefusal.NOT_DYNAMIC, Edits.withoutDynamicSection(ElfFiles.launcher()), LIBRARY);
    }

    @Test
    void aFileWithoutASpareEntryIsRefused() throws ElfRefusedException {
        assertRefused(ElfRefusal.NO_SPARE_ENTRY, Edits.withoutSpareEntries(ElfFiles.launcher()), LIBRARY);
    }

    @Test
    void aFileWithoutSpareRoomIsRefused() throws ElfRefusedException {
        assertRefused(ElfRefusal.NO_SPARE_ROOM, Edits.withoutSpareRoom(ElfFiles.launcher()), LIBRARY);
        assertRefused(ElfRefusal.NO_SPARE_ROOM, ElfFiles.launcher(), "l".repeat(0x10000));
    }

    @Test
    void aNameHasNoSpacesAndControlCharacters() {
        for (String name : List.of("", "lib pool.so", "lib\0.so", "libä.so")) {
            assertThrows(IllegalArgumentException.class, () -> NeededLibrary.add(new byte[0], name), name);
        }
    }

    private static byte[] edited() throws ElfRefusedException {
        return NeededLibrary.add(ElfFiles.launcher(), LIBRARY);
    }

    private static List<String> withFirst(List<String> needed) {
        return Stream.concat(Stream.of(LIBRARY), needed.stream()).toList();
    }

    private static void assertSameButForNeeded(ElfFile before, ElfFile after) {
        assertEquals(withFirst(before.needed()), after.needed());
        assertEquals(before.symbols(), after.symbols());
        assertEquals(before.soName(), after.soName());
        assertEquals(before.runPath(), after.runPath());
        assertEquals(before.interpreter(), after.interpreter());
        assertEquals(
                before.sections().stream()
                        .filter(each -> !each.name().equals(".dynstr"))
                        .toList(),
                after.sections().stream()
                        .filter(each -> !each.name().equals(".dynstr"))
                        .toList());
    }

    private static void assertRefused(ElfRefusal refusal, byte[] file, String library) {
        ElfRefusedException refused = assertThrows(ElfRefusedException.class, () -> NeededLibrary.add(file, library));
        assertEquals(refusal, refused.refusal(), refused.getMessage());
    }
}
