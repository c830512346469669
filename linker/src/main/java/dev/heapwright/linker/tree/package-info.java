/**
 * A module with everything that it runs with and the result of linking it, rendered as text, for Graphviz or as JSON.
 */
@NullMarked
package dev.heapwright.linker.tree;

import org.jspecify.annotations.NullMarked;
