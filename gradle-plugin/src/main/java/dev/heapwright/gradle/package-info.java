/** The build side as tasks of Gradle. */
@NullMarked
package dev.heapwright.gradle;

import org.jspecify.annotations.NullMarked;
