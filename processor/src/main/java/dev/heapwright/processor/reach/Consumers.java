package dev.heapwright.processor.reach;

import dev.heapwright.core.contract.Contract;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations that make a class a consumer. */
public final class Consumers {
    private Consumers() {}

    /**
     * {@return the elements that make a class a consumer: the class itself, the enclosing classes, its package and its
     * module, as far as they are annotated}
     *
     * @param type a class
     */
    public static List<Element> of(TypeElement type) {
        // From the class through the enclosing classes to the package and the module, if there are any.
        return Stream.<Element>iterate(type, Objects::nonNull, Element::getEnclosingElement)
                .filter(element -> annotation(element).isPresent())
                .toList();
    }

    /** {@return the annotation that makes an element a consumer, if it has one} */
    public static Optional<AnnotationMirror> annotation(Element element) {
        return element.getAnnotationMirrors().stream()
                .<AnnotationMirror>map(annotation -> annotation)
                .filter(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Contract.NEEDS_ALLOCATOR_ANNOTATION))
                .findFirst();
    }
}
