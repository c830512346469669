/** The page that shows, for each module of a build, what it is linked to, why, and what is wrong. */
@NullMarked
package dev.heapwright.linker.report;

import org.jspecify.annotations.NullMarked;
