/** Carries out linking decisions: generates the glue of a module, or of its tests. */
@NullMarked
package dev.heapwright.linker.bind;

import org.jspecify.annotations.NullMarked;
