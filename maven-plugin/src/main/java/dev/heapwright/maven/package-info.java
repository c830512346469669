/** The goals: each translates its configuration, lets the other packages do the work and says how it went. */
@NullMarked
package dev.heapwright.maven;

import org.jspecify.annotations.NullMarked;
