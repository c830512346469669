package com.acme.linked.d4;

import com.acme.parts.program.Program;

/** Runs in a host, which has the heap. */
public final class Guest {
    private Guest() {}

    public static void main(String[] module) {
        Program.main(module);
    }
}
