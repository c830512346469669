/** Measurements. A method is named by its operation and, after {@code _}, by what does it: {@code getLong_memory}. */
@NullMarked
package dev.heapwright.benchmarks;

import org.jspecify.annotations.NullMarked;
