/** What the output of a build tool can represent. */
@NullMarked
package dev.heapwright.linker.console;

import org.jspecify.annotations.NullMarked;
