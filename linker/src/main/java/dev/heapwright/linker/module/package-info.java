/** Java modules: their names, and whether a named one declares what its binding needs. */
@NullMarked
package dev.heapwright.linker.module;

import org.jspecify.annotations.NullMarked;
