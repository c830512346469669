/** Problems as values, and their only renderer. */
@NullMarked
package dev.heapwright.diagnostic;

import org.jspecify.annotations.NullMarked;
