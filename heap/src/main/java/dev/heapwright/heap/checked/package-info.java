/**
 * Checked glue: {@link dev.heapwright.heap.checked.CheckedBinding} stands between the heap and the allocator of a program
 * that was built with {@code <checked>true</checked>}, and finds what the program does wrong with its blocks.
 */
@NullMarked
package dev.heapwright.heap.checked;

import org.jspecify.annotations.NullMarked;
