package dev.heapwright.linker.tree;

/** What an artifact can have to do with allocators. */
public enum Role {
    /** Classes, packages or modules in it need an allocator. */
    CONSUMER("needs an allocator"),
    /** Depending on it links the allocators in it, or those that it chooses. */
    ALLOCATOR("allocator"),
    /** It carries glue: for one allocator, unless something is wrong. */
    BOUND("bound to"),
    /** Allocators in it are there to be linked. */
    AVAILABLE("available");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /**
     * {@return the role as people read it: {@code needs an allocator}}
     */
    @Override
    public String toString() {
        return text;
    }
}
