/** What a build hands over: its jars, with all that is packed into them, held against the linking decision. */
@NullMarked
package dev.heapwright.linker.packaged;

import org.jspecify.annotations.NullMarked;
