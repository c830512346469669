package dev.heapwright.processor;

import dev.heapwright.core.contract.Part;
import dev.heapwright.diagnostic.Diagnostic;
import javax.lang.model.element.Element;

/**
 * A diagnostic and where to show it.
 *
 * @param diagnostic what is wrong
 * @param place the smallest part that is wrong
 */
record Finding(Diagnostic diagnostic, Place place) {

    /** A finding that is shown at the name of an element. */
    Finding(Diagnostic diagnostic, Element element) {
        this(diagnostic, Place.of(element, Part.Element.WHOLE));
    }
}
