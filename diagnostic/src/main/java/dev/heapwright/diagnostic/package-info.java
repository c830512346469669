/** Problems as values, and the one place where they become text. */
@NullMarked
package dev.heapwright.diagnostic;

import org.jspecify.annotations.NullMarked;
