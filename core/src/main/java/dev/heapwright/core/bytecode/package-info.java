/** What a class file says of itself, read without loading it. */
@NullMarked
package dev.heapwright.core.bytecode;

import org.jspecify.annotations.NullMarked;
