package com.acme;

import org.junit.jupiter.api.Test;

class MainIT {
    @Test
    void runs() {
        Main.main(new String[0]);
    }
}
