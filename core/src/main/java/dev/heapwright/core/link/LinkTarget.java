package dev.heapwright.core.link;

/**
 * What a module produces, as far as linking depends on it.
 *
 * @param kind its kind
 * @param release the Java release that it is compiled for, such as 17: an allocator has to run there
 */
public record LinkTarget(Kind kind, int release) {}
