package dev.heapwright.memory;

import java.util.OptionalLong;

/** Where native functions and variables are found: the C library, or a library file that is loaded. */
@FunctionalInterface
interface Symbols {
    /** {@return the address of a function or variable, if it exists} */
    OptionalLong find(String name);
}
