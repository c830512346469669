/** What JVMs with checked glue report to the build that runs them. */
@NullMarked
package dev.heapwright.linker.checked;

import org.jspecify.annotations.NullMarked;
