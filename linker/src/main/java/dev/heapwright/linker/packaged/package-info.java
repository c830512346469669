/** The jars that a build delivers, with everything in them, checked against the linking decision. */
@NullMarked
package dev.heapwright.linker.packaged;

import org.jspecify.annotations.NullMarked;
