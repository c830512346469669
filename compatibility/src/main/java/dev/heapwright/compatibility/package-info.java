/** Reads the public API of modules, and compares it with an earlier one. */
@NullMarked
package dev.heapwright.compatibility;

import org.jspecify.annotations.NullMarked;
