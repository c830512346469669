package dev.heapwright.memory;

import java.lang.invoke.VarHandle;

/** {@link OrderedMemory} by the FFM API, whose aligned layouts have the ordered access modes. */
final class ForeignOrderedMemory {
    static final VarHandle BYTE = ForeignVariables.aligned().ofByte();
    static final VarHandle SHORT = ForeignVariables.aligned().ofShort();
    static final VarHandle INT = ForeignVariables.aligned().ofInt();
    static final VarHandle LONG = ForeignVariables.aligned().ofLong();

    private ForeignOrderedMemory() {}

    /** Initialises this class, which cannot fail where the variables are made already. */
    static void initialise() {}
}
