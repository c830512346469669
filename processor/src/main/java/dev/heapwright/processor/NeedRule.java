package dev.heapwright.processor;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** An allocator does not say of itself that it needs one: not on its class, nor on what is around the class. */
public final class NeedRule {
    private NeedRule() {}

    /**
     * {@return the elements that make a class a needer: the class itself, those around it, its package and its module,
     * as far as they are annotated}
     *
     * @param type a class
     * @param elements of the compilation
     */
    public static List<Element> needers(TypeElement type, Elements elements) {
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

    /** {@return a finding at the allocator that names the needer, or none} */
    static List<Finding> check(TypeElement type, Elements elements) {
        return needers(type, elements).stream()
                .limit(1)
                .map(needer -> new Finding(
                        Diagnostic.error(
                                        DiagnosticId.ALLOCATOR_NEEDS_ALLOCATOR,
                                        "allocator %s needs an allocator itself: %s is annotated @NeedsAllocator"
                                                .formatted(
                                                        type.getQualifiedName(),
                                                        Objects.equals(needer, type)
                                                                ? "it"
                                                                : kind(needer) + " " + needer))
                                .withHelp(
                                        "remove @NeedsAllocator there; code that needs an allocator belongs elsewhere:")
                                .withHelp("in a package, and for other programs in a module, without an allocator"),
                        type))
                .toList();
    }

    private static String kind(Element element) {
        return element instanceof TypeElement
                ? "the class"
                : "the " + element.getKind().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isNeeder(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Contract.NEEDS_ALLOCATOR_ANNOTATION));
    }
}
