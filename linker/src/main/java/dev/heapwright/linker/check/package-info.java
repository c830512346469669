/** Verifies what was actually compiled and packaged. */
@NullMarked
package dev.heapwright.linker.check;

import org.jspecify.annotations.NullMarked;
