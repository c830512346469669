package dev.heapwright.memory;

import java.lang.invoke.VarHandle;

/** {@link OrderedMemory} by the FFM API, whose aligned layouts have the ordered access modes. */
final class ForeignOrderedMemory {
    static final VarHandle BYTE = Foreign.variable("JAVA_BYTE", byte.class);
    static final VarHandle SHORT = Foreign.variable("JAVA_SHORT", short.class);
    static final VarHandle INT = Foreign.variable("JAVA_INT", int.class);
    static final VarHandle LONG = Foreign.variable("JAVA_LONG", long.class);

    private ForeignOrderedMemory() {}
}
