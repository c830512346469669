package dev.heapwright.linker.source;

/**
 * A type with an annotation that looks like the one of allocators.
 *
 * @param allocator what the type is, if the annotation is that one
 * @param byFullName whether the annotation is called by its full name: then it is that one
 */
record AnnotatedType(SourceAllocator allocator, boolean byFullName) {}
