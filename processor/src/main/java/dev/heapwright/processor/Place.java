package dev.heapwright.processor;

import dev.heapwright.core.contract.Part;
import javax.lang.model.element.Element;

/**
 * Where a finding stands: a part of an element's declaration.
 *
 * @param element one of the sources being compiled: the compiler has no place to show for one from a class file
 * @param part the smallest part that is wrong
 * @param index which one, counted from 0, where the declaration has several such parts
 */
record Place(Element element, Part.Element part, int index) {

    /** {@return the place of the first such part of an element} */
    static Place of(Element element, Part.Element part) {
        return new Place(element, part, 0);
    }
}
