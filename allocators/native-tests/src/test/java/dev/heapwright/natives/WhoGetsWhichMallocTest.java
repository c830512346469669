package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table in the guide that says who serves which way to take memory is what is counted. */
class WhoGetsWhichMallocTest {
    private static final NativeAllocator JEMALLOC = NativeAllocator.JEMALLOC;

    @TempDir
    private Path folder;

    @Test
    void eachCellOfTheTableIsCounted() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Path glue = folder.resolve("glue");
        CompiledPrograms.glue(glue, JEMALLOC.type());
        Path unbound = Files.createDirectory(folder.resolve("unbound"));
        String preload = "LD_PRELOAD='" + ProcessLibraryFile.extract(JEMALLOC, folder) + "'";
        LinkedImage plain = LinkedImage.make(folder.resolve("plain"));
        LinkedImage linked = plain.linkedTo(JEMALLOC, folder.resolve("linked"));

        List<List<String>> columns = List.of(
                column(plain, "", unbound),
                column(plain, "", glue),
                column(plain, preload, glue),
                column(linked, "", glue));
        List<String> ways = ways(plain, unbound);
        String counted = IntStream.range(0, ways.size())
                .mapToObj(row -> "| " + ways.get(row) + " | "
                        + columns.stream().map(column -> column.get(row)).collect(Collectors.joining(" | ")) + " |")
                .collect(Collectors.joining("\n"));
        assertEquals(table(), counted);
    }

    private static List<String> column(LinkedImage image, String environment, Path glue) throws Exception {
        return image.run(environment, glue, PrintWhoServes.class, "")
                .lines()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .toList();
    }

    private static List<String> ways(LinkedImage image, Path glue) throws Exception {
        return image.run("", glue, PrintWhoServes.class, "")
                .lines()
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
    }

    /** The rows of the table, without its head. */
    private static String table() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("basedir", ""), "../../docs/limits.md"));
        return page.lines()
                .dropWhile(line -> !line.startsWith("## Who gets which malloc"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
    }
}
