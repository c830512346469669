/** The goals: each translates its configuration, lets the other packages do the work and reports the result. */
@NullMarked
package dev.heapwright.maven;

import org.jspecify.annotations.NullMarked;
