/** What Maven's output can show. */
@NullMarked
package dev.heapwright.linker.console;

import org.jspecify.annotations.NullMarked;
