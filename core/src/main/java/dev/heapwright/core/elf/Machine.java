package dev.heapwright.core.elf;

import java.util.Arrays;
import java.util.Optional;

/** A processor architecture whose files can be edited. */
public enum Machine {
    /** PowerPC, 64 bits; its files are read as little-endian ones, ppc64le. */
    PPC64LE(21, "ppc64le"),
    /** x86-64. */
    X64(62, "x64"),
    /** AArch64. */
    ARM64(183, "arm64"),
    /** RISC-V; its files are read as 64-bit ones. */
    RISCV64(243, "riscv64");

    private final int number;
    private final String platform;

    Machine(int number, String platform) {
        this.number = number;
        this.platform = platform;
    }

    /** {@return its name in the paths of native libraries, such as {@code x64}} */
    public String platform() {
        return platform;
    }

    static Optional<Machine> of(int number) {
        return Arrays.stream(values())
                .filter(machine -> machine.number == number)
                .findFirst();
    }
}
