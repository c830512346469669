package dev.heapwright.processor;

import dev.heapwright.core.contract.Part;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Where a finding is shown: a part of an element's declaration, or an annotation of it.
 *
 * @param element an element of the sources being compiled: for one from a class file, the compiler has no position
 * @param part the smallest part that is wrong
 * @param index which one, counted from 0, if the declaration has several such parts
 * @param annotation on the element, if that is wrong
 */
record Place(Element element, Part.Element part, int index, Optional<AnnotationMirror> annotation) {

    Place(Element element, Part.Element part, int index) {
        this(element, part, index, Optional.empty());
    }

    /** {@return the place of the first such part of an element} */
    static Place of(Element element, Part.Element part) {
        return new Place(element, part, 0);
    }

    /** {@return the place of an annotation} */
    static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, Part.Element.WHOLE, 0, Optional.of(annotation));
    }
}
