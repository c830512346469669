/** The annotation processor: it holds allocators against the contract and records in markers what it has seen. */
@NullMarked
package dev.heapwright.processor;

import org.jspecify.annotations.NullMarked;
