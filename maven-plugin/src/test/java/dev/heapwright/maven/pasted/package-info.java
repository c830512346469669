/** Pastes what the messages of a build offer to be pasted, so that it can be built again. */
@NullMarked
package dev.heapwright.maven.pasted;

import org.jspecify.annotations.NullMarked;
