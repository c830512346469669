package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

class PagesTest {
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S+) .*");

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    @DisabledOnOs(OS.WINDOWS)
    void anOpenPageIsFullOfZerosEvenIfItWasOpenBefore() {
        assertTrue(Pages.areAvailable());
        long size = Pages.size();
        long pages = Pages.reserve(3 * size);
        assertNotEquals(0, pages);
        assertEquals(0, pages % size);
        for (int i = 0; i < 2; i++) {
            assertTrue(Pages.open(pages + size, size));
            assertEquals(0, Memory.getLong(pages + size));
            Memory.fill(pages + size, size, (byte) 1);
            assertTrue(Pages.close(pages + size, size));
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    @EnabledOnOs(OS.LINUX)
    void onlyOpenPagesAreAccessible() throws Exception {
        long size = Pages.size();
        long pages = Pages.reserve(3 * size);
        assertTrue(Pages.open(pages + size, size));
        assertEquals("---p", permissions(pages));
        assertEquals("rw-p", permissions(pages + size));
        assertEquals("---p", permissions(pages + 2 * size));
        assertTrue(Pages.close(pages + size, size));
        assertEquals("---p", permissions(pages + size));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    @DisabledOnOs(OS.WINDOWS)
    void moreAddressesThanThereAreAreNotReserved() {
        assertEquals(0, Pages.reserve(1L << 62));
        assertFalse(Pages.open(0, 1L << 62));
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_22)
    void olderJavaHasNone() {
        assertFalse(Pages.areAvailable());
    }

    private static String permissions(long address) throws IOException {
        for (String mapping : Files.readAllLines(Path.of("/proc/self/maps"))) {
            Matcher parts = MAPPING.matcher(mapping);
            if (parts.matches()
                    && Long.parseUnsignedLong(parts.group(1), 16) <= address
                    && address < Long.parseUnsignedLong(parts.group(2), 16)) {
                return parts.group(3);
            }
        }
        throw new AssertionError("0x%x is not mapped".formatted(address));
    }
}
