package dev.heapwright.processor;

import dev.heapwright.core.diagnostic.Diagnostic;
import javax.lang.model.element.Element;

/**
 * A diagnostic and the element to show it at, which is always one of the sources being compiled: the compiler has no
 * place to show for an element that comes from a class file.
 *
 * @param diagnostic what is wrong
 * @param element the smallest one that is wrong
 */
record Finding(Diagnostic diagnostic, Element element) {}
