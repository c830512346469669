package dev.heapwright.testkit.block;

/**
 * A call of an allocator's function. A parameter that the function does not have is 0.
 *
 * @param function that is called
 * @param address of the block
 * @param oldSize bytes
 * @param size bytes
 * @param align bytes
 */
record FunctionCall(Function function, long address, long oldSize, long size, long align) {
    /** A function of the contract. */
    enum Function {
        ALLOCATE("allocate"),
        ALLOCATE_ZEROED("allocateZeroed"),
        DEALLOCATE("deallocate"),
        REALLOCATE("reallocate"),
        REALLOCATE_INPLACE("reallocateInplace"),
        USABLE_SIZE("usableSize");

        private final String text;

        Function(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static FunctionCall of(Function function, long size, long align) {
        return new FunctionCall(function, 0, 0, size, align);
    }

    static FunctionCall of(Function function, TestBlock block, long oldSize, long size) {
        return new FunctionCall(function, block.address(), oldSize, size, block.align());
    }

    /** {@return the result of the function, 0 if it is void; whatever it throws is converted to a defect} */
    long on(Functions functions) {
        try {
            return switch (function) {
                case ALLOCATE -> functions.allocate(size, align);
                case ALLOCATE_ZEROED -> functions.allocateZeroed(size, align);
                case DEALLOCATE -> {
                    functions.deallocate(address, oldSize, align);
                    yield 0;
                }
                case REALLOCATE -> functions.reallocate(address, oldSize, size, align);
                case REALLOCATE_INPLACE -> functions.reallocateInplace(address, oldSize, size, align);
                case USABLE_SIZE -> functions.usableSize(size, align);
            };
        } catch (Throwable thrown) {
            throw Defects.threw(this, thrown);
        }
    }

    /** {@return the call as it would be written in source} */
    @Override
    public String toString() {
        return function
                + switch (function) {
                    case ALLOCATE, ALLOCATE_ZEROED, USABLE_SIZE -> "(%d, %d)".formatted(size, align);
                    case DEALLOCATE -> "(0x%x, %d, %d)".formatted(address, oldSize, align);
                    case REALLOCATE, REALLOCATE_INPLACE ->
                        "(0x%x, %d, %d, %d)".formatted(address, oldSize, size, align);
                };
    }
}
