/** Splits the log of a Maven that builds many integration tests among them. */
@NullMarked
package dev.heapwright.maven.reactor;

import org.jspecify.annotations.NullMarked;
