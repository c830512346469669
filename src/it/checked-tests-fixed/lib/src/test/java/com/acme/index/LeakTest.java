package com.acme.index;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class LeakTest {
    @Test
    void hasABlock() {
        try (Index index = new Index()) {
            assertNotEquals(0, index.block());
        }
    }
}
