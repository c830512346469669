/**
 * Measurements. A method is named after its operation and, after {@code _}, the implementation: {@code getLong_memory}.
 */
@NullMarked
package dev.heapwright.benchmarks;

import org.jspecify.annotations.NullMarked;
