/** Reads class files without loading them. */
@NullMarked
package dev.heapwright.core.bytecode;

import org.jspecify.annotations.NullMarked;
