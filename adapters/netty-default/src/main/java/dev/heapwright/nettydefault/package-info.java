/** Makes the heap the default allocator of Netty when a Spring Boot application starts. */
@NullMarked
package dev.heapwright.nettydefault;

import org.jspecify.annotations.NullMarked;
