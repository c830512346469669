package dev.heapwright.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** What a class must not be or have that is annotated as an allocator. */
interface AllocatorRule {

    /**
     * {@return what is wrong with an allocator in this regard}
     *
     * @param allocator annotated with {@code @Allocator}
     */
    List<Finding> check(TypeElement allocator);
}
