/** A module with all that it runs with and what came of linking it, drawn as text, for Graphviz or as JSON. */
@NullMarked
package dev.heapwright.linker.tree;

import org.jspecify.annotations.NullMarked;
