/** Reading artifacts: jars and class folders of which nothing is believed unchecked. */
@NullMarked
package dev.heapwright.linker.artifact;

import org.jspecify.annotations.NullMarked;
