/** The small resources that record in an artifact what it provides, what it needs and what it is bound to. */
@NullMarked
package dev.heapwright.core.marker;

import org.jspecify.annotations.NullMarked;
