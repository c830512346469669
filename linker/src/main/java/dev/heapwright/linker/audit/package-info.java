/** Where the artifacts that a module runs with take native memory, and who governs it. */
@NullMarked
package dev.heapwright.linker.audit;

import org.jspecify.annotations.NullMarked;
