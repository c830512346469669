package com.acme.linked.e5_test_jar_program;

import com.acme.parts.program.Program;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void allocates() {
        Program.main(new String[] {"e5-test-jar-program"});
    }
}
