/** Free blocks kept in Java, before a native allocator: see {@link dev.heapwright.front.Front}. */
@NullMarked
package dev.heapwright.front;

import org.jspecify.annotations.NullMarked;
