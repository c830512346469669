/** The evidence for a kind in a module's packaging, plugins and properties. */
@NullMarked
package dev.heapwright.maven.project.kind;

import org.jspecify.annotations.NullMarked;
