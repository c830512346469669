package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md says of speed is what docs/performance.md shows. */
class ReadmeSpeedTest {
    private static final int BYTES_64 = 2;
    private static final int CONSTANT = 6;

    @Test
    void itsFiguresAreThoseOfTheTable() throws Exception {
        String row = Files.readAllLines(Page.ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| **Speed** |"))
                .findFirst()
                .orElseThrow();
        Matcher sentence =
                Pattern.compile("For 64 bytes (.*), \\[measured in one run]").matcher(row);
        assertTrue(sentence.find(), row);
        List<String> said = Pattern.compile("[\\d.]+")
                .matcher(sentence.group(1))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(
                List.of(
                        figure("Heap, jemalloc", BYTES_64, 2),
                        figure("C, jemalloc", BYTES_64, 3),
                        figure("C, mimalloc", BYTES_64, 2),
                        figure("LWJGL, jemalloc", BYTES_64, 3),
                        figure("Unsafe", CONSTANT, 2),
                        figure("Unsafe", BYTES_64, 2),
                        figure("Arena, confined", BYTES_64, 2),
                        figure("Netty, pooled", BYTES_64, 2)),
                said);
    }

    /** A figure of the last table that has such a row, with so many digits. */
    private static String figure(String row, int column, int digits) throws Exception {
        String line = Files.readAllLines(Page.ROOT.resolve("docs/performance.md")).stream()
                .filter(each -> each.startsWith("| " + row + " |")
                        && each.chars().filter(c -> c == '|').count() == 9)
                .reduce((first, second) -> second)
                .orElseThrow();
        List<String> cells =
                Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
        return new BigDecimal(cells.get(column))
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
