package com.acme.linked.d14;

import com.acme.parts.program.Program;

final class Library {
    private Library() {}

    static void allocate() {
        Program.main(new String[] {"d14"});
    }
}
