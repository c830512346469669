/** What Maven's output can show. */
@NullMarked
package dev.heapwright.maven.console;

import org.jspecify.annotations.NullMarked;
