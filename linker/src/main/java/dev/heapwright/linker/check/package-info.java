/** Looks again, at what was really compiled and packaged. */
@NullMarked
package dev.heapwright.linker.check;

import org.jspecify.annotations.NullMarked;
