package com.acme.index;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class LeakTest {
    @Test
    @SuppressWarnings("resource")
    void hasABlock() {
        assertNotEquals(0, new Index().block());
    }
}
