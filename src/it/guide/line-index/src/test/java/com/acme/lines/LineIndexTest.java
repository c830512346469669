package com.acme.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineIndexTest {
    @Test
    void addedLinesAreFoundHoweverManyThereAre() {
        try (LineIndex index = new LineIndex()) {
            for (int line = 0; line < 1000; line++) {
                index.add(80L * line);
            }
            assertEquals(0, index.get(0));
            assertEquals(80 * 999, index.get(999));
        }
    }

    @Test
    void itGrowsAgainAfterItWasTrimmed() {
        try (LineIndex index = new LineIndex()) {
            index.trim();
            for (int line = 0; line < 1000; line++) {
                index.add(80L * line);
                if (line % 100 == 0) {
                    index.trim();
                }
            }
            assertEquals(0, index.get(0));
            assertEquals(80 * 999, index.get(999));
        }
    }
}
