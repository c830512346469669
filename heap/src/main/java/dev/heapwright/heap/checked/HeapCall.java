package dev.heapwright.heap.checked;

/**
 * A call of the heap with a block of the program.
 *
 * @param function its name
 * @param address of the block
 * @param oldSize in bytes
 * @param size the new size in bytes; 0 if the function has none
 * @param align in bytes
 */
record HeapCall(String function, long address, long oldSize, long size, long align) {

    /** {@return the call as it would be written in source, except that addresses are hexadecimal} */
    @Override
    public String toString() {
        return "%s(0x%x, %d, %s%d)".formatted(function, address, oldSize, size == 0 ? "" : size + ", ", align);
    }
}
