/** jemalloc, with some blocks before inaccessible pages: overruns and uses after free are found where they happen. */
@NullMarked
package dev.heapwright.guarded;

import org.jspecify.annotations.NullMarked;
