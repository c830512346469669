/** The command line, for builds without Maven. */
@NullMarked
package dev.heapwright.cli;

import org.jspecify.annotations.NullMarked;
