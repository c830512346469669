package dev.heapwright.processor.reach;

import dev.heapwright.core.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What makes a class one that needs an allocator. */
public final class Needers {
    private Needers() {}

    /**
     * {@return the elements that make a class a needer: the class itself, those around it, its package and its module,
     * as far as they are annotated}
     *
     * @param type a class
     * @param elements of the compilation
     */
    public static List<Element> of(TypeElement type, Elements elements) {
        List<Element> needers = new ArrayList<>();
        // From the class through those around it to the package, around which there is the module, if there are any.
        for (Element around = type; around != null; around = around.getEnclosingElement()) {
            if (isNeeder(around)) {
                needers.add(around);
            }
        }
        ModuleElement module = elements.getModuleOf(type);
        if (module != null && isNeeder(module) && !needers.contains(module)) {
            needers.add(module);
        }
        return needers;
    }

    private static boolean isNeeder(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Contract.NEEDS_ALLOCATOR_ANNOTATION));
    }
}
