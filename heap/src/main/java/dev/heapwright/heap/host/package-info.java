/** What the heap leaves behind in a JVM that outlives the program, so that its class loader can be collected. */
@NullMarked
package dev.heapwright.heap.host;

import org.jspecify.annotations.NullMarked;
