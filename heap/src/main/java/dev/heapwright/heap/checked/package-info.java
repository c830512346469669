/**
 * Checked glue: {@link dev.heapwright.heap.checked.CheckedBinding} stands between the heap and the allocator of a
 * program that was built with {@code <checked>true</checked>}, and detects misuse of blocks by the program.
 */
@NullMarked
package dev.heapwright.heap.checked;

import org.jspecify.annotations.NullMarked;
