package com.acme.linked.d14;

import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void allocates() {
        Library.allocate();
    }
}
