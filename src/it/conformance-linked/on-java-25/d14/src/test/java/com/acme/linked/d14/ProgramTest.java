package com.acme.linked.d14;

import com.acme.parts.program.Program;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void allocates() {
        Program.main(new String[] {"d14"});
    }
}
