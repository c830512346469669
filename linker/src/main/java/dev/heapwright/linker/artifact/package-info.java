/** Reading artifacts: jars and class folders whose claims are all verified. */
@NullMarked
package dev.heapwright.linker.artifact;

import org.jspecify.annotations.NullMarked;
