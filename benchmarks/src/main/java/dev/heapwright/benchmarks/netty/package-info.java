/**
 * Comparison of Netty's buffers on the heap and those of Netty's own allocators. {@link
 * dev.heapwright.benchmarks.netty.NettyReport} runs them, each in its own JVM, and writes the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.netty;

import org.jspecify.annotations.NullMarked;
