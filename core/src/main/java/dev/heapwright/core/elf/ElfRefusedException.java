package dev.heapwright.core.elf;

/** An ELF file that cannot be read, or not be edited. The message says why, as a clause about "it". */
public final class ElfRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ElfRefusal refusal;

    ElfRefusedException(ElfRefusal refusal, String reason) {
        super(reason);
        this.refusal = refusal;
    }

    static ElfRefusedException malformed(String reason) {
        return new ElfRefusedException(ElfRefusal.MALFORMED, "it is corrupt: " + reason);
    }

    /** {@return the kind of reason} */
    public ElfRefusal refusal() {
        return refusal;
    }
}
