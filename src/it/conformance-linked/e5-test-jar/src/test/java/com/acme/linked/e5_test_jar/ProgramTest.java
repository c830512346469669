package com.acme.linked.e5_test_jar;

import com.acme.parts.program.Program;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void allocates() {
        Program.main(new String[] {"e5-test-jar"});
    }
}
