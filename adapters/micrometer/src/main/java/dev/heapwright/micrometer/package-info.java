/** The heap's figures as meters of Micrometer. */
@NullMarked
package dev.heapwright.micrometer;

import org.jspecify.annotations.NullMarked;
