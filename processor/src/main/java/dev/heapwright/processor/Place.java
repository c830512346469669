package dev.heapwright.processor;

import dev.heapwright.core.contract.Part;
import javax.lang.model.element.Element;

/**
 * Where a finding is shown: a part of an element's declaration.
 *
 * @param element an element of the sources being compiled: for one from a class file, the compiler has no position
 * @param part the smallest part that is wrong
 * @param index which one, counted from 0, if the declaration has several such parts
 */
record Place(Element element, Part.Element part, int index) {

    /** {@return the place of the first such part of an element} */
    static Place of(Element element, Part.Element part) {
        return new Place(element, part, 0);
    }
}
