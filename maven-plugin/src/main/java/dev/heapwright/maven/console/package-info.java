/** The style of messages in Maven's log. */
@NullMarked
package dev.heapwright.maven.console;

import org.jspecify.annotations.NullMarked;
