/** Names that have been validated, so that they are safe to print, to write into source and to use in paths. */
@NullMarked
package dev.heapwright.core.name;

import org.jspecify.annotations.NullMarked;
