/** Operations at random: sequences that follow from a seed, are run, and are made shorter where they find a defect. */
@NullMarked
package dev.heapwright.testkit.sequence;

import org.jspecify.annotations.NullMarked;
