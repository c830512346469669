package dev.heapwright.memory;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Variables at an address, of each type that {@link Memory} has. They are made once, before the classes are initialised
 * that take them over into {@code static final} fields; {@link FirstUse} tells why.
 *
 * @param ofByte of {@code byte}
 * @param ofShort of {@code short}
 * @param ofInt of {@code int}
 * @param ofLong of {@code long}
 */
record ForeignVariables(VarHandle ofByte, VarHandle ofShort, VarHandle ofInt, VarHandle ofLong) {
    private static @Nullable ForeignVariables aligned;
    private static @Nullable ForeignVariables unaligned;

    /** Those that have ordered access modes, and take only addresses that are multiples of the size. */
    static synchronized ForeignVariables aligned() {
        if (aligned == null) {
            aligned = of("");
        }
        return aligned;
    }

    /**
     * Those that take any address. {@link ForeignMemory} may be initialised without {@link FirstUse}, by a program that has
     * its first address from elsewhere: to check that on each access would cost more than the access.
     */
    static synchronized ForeignVariables unaligned() {
        if (unaligned == null) {
            unaligned = of("_UNALIGNED");
        }
        return unaligned;
    }

    private static ForeignVariables of(String suffix) {
        return new ForeignVariables(
                Foreign.variable("JAVA_BYTE", byte.class),
                Foreign.variable("JAVA_SHORT" + suffix, short.class),
                Foreign.variable("JAVA_INT" + suffix, int.class),
                Foreign.variable("JAVA_LONG" + suffix, long.class));
    }
}
