package com.acme.index;

import org.junit.jupiter.api.Test;

class IndexTest {
    @Test
    void allocates() {
        System.out.println(Index.allocate());
    }
}
