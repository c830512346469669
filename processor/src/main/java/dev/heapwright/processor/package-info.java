/** The annotation processor: it checks allocators against the contract and records its findings in markers. */
@NullMarked
package dev.heapwright.processor;

import org.jspecify.annotations.NullMarked;
