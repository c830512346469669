package dev.heapwright.core.contract;

/** The smallest part of an allocator's declaration that is wrong. */
public sealed interface Part {

    /** The class as a whole. */
    record OfClass() implements Part {}

    /**
     * A part of a function.
     *
     * @param position of the function among {@link ClassShape#functions}, counted from 0
     * @param element which part of its declaration
     * @param index which one, counted from 0, where a declaration has several such parts
     */
    record OfFunction(int position, Element element, int index) implements Part {}

    /** The parts of a function's declaration. */
    enum Element {
        /** All of it. */
        WHOLE,
        /** The modifiers. */
        MODIFIERS,
        /** A type parameter. */
        TYPE_PARAMETER,
        /** The type that it returns. */
        RETURN_TYPE,
        /** A parameter. */
        PARAMETER,
        /** The type of a parameter. */
        PARAMETER_TYPE,
        /** A type that it is declared to throw. */
        EXCEPTION
    }
}
