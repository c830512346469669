/**
 * Netty's buffers in memory of the heap beside those of Netty's own allocators. {@link
 * dev.heapwright.benchmarks.netty.NettyReport} runs them, each in a JVM of its own, and writes the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.netty;

import org.jspecify.annotations.NullMarked;
