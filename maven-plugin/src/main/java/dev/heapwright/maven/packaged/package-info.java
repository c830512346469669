/** What a build hands over: its jars, with all that is packed into them, held against the linking decision. */
@NullMarked
package dev.heapwright.maven.packaged;

import org.jspecify.annotations.NullMarked;
