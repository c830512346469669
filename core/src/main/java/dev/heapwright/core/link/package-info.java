/** The linking decision: which allocator an artifact is linked to, as a pure function of its dependencies. */
@NullMarked
package dev.heapwright.core.link;

import org.jspecify.annotations.NullMarked;
