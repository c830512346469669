package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLimitTest {
    /** How much is read at once. */
    private static final int CHUNK = 1 << 16;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK})
    void aFileIsReadInWholeOrCutOff(int size) throws IOException {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        assertArrayEquals(file, new ReadLimit(size).read(new ByteArrayInputStream(file), size + 1));
        assertArrayEquals(file, new ReadLimit(size).read(new ByteArrayInputStream(file), size));
        int part = size / 2;
        assertArrayEquals(Arrays.copyOf(file, part), new ReadLimit(size).read(new ByteArrayInputStream(file), part));
    }

    @Test
    void allFilesTogetherHaveALimit() throws IOException {
        ReadLimit limit = new ReadLimit(10);
        limit.read(new ByteArrayInputStream(new byte[6]), 100);
        limit.skip(new ByteArrayInputStream(new byte[4]));
        assertThrows(ReadLimit.ReachedException.class, () -> limit.read(new ByteArrayInputStream(new byte[1]), 100));
        assertThrows(ReadLimit.ReachedException.class, () -> limit.skip(new ByteArrayInputStream(new byte[1])));
    }

    @Test
    void whatIsSkippedIsReadToItsEnd() throws IOException {
        InputStream file = new ByteArrayInputStream(new byte[3 * CHUNK]);
        new ReadLimit(Long.MAX_VALUE).skip(file);
        assertEquals(0, file.available());
    }
}
