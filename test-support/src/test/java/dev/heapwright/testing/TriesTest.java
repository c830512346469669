package dev.heapwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriesTest {
    private final String before = System.getProperty(Tries.DIVISOR, "1");

    @BeforeEach
    void asInAnIde() {
        System.clearProperty(Tries.DIVISOR);
    }

    @AfterEach
    void asBefore() {
        System.setProperty(Tries.DIVISOR, before);
    }

    @Test
    void allAreTriedByDefault() {
        assertEquals(300, Tries.of(300));
    }

    @Test
    void aFractionIsTriedButNeverNone() {
        System.setProperty(Tries.DIVISOR, "10");
        assertEquals(30, Tries.of(300));
        assertEquals(1, Tries.of(9));
    }

    @Test
    void anInvalidDivisorIsAnError() {
        System.setProperty(Tries.DIVISOR, "0");
        assertThrows(IllegalArgumentException.class, () -> Tries.of(1));
    }
}
