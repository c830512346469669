package dev.heapwright.processor;

import javax.lang.model.element.Element;

/**
 * Where a finding stands: a part of an element's declaration.
 *
 * @param element one of the sources being compiled: the compiler has no place to show for one from a class file
 * @param part the smallest part that is wrong
 * @param index which one, counted from 0, where the declaration has several such parts
 */
record Place(Element element, SourceSet part, int index) {

    /** The parts that a declaration may have. */
    enum SourceSet {
        /** All of it: shown at the name. */
        WHOLE,
        /** The modifiers; the name if there are none. */
        MODIFIERS,
        /** A type parameter. */
        TYPE_PARAMETER,
        /** The type of a parameter, or the one that a method returns. */
        TYPE,
        /** A type that a method is declared to throw. */
        EXCEPTION
    }

    /** {@return the place of the first such part of an element} */
    static Place of(Element element, SourceSet part) {
        return new Place(element, part, 0);
    }
}
