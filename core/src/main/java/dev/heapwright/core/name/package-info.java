/** Names that are safe to print, to write into source and to use as part of a path, because they were checked. */
@NullMarked
package dev.heapwright.core.name;

import org.jspecify.annotations.NullMarked;
