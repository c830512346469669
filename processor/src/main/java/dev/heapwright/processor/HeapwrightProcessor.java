package dev.heapwright.processor;

import com.google.auto.service.AutoService;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.InternalErrors;
import dev.heapwright.diagnostic.Severity;
import dev.heapwright.processor.reach.ReachRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * Checks each {@code @Allocator} class against the contract, and writes a marker for it and for each
 * {@code @NeedsAllocator} element. In each round:
 *
 * <ol>
 * <li>For each new allocator: is it declared as the contract says ({@link DeclarationRule}), and does it not say
 *     that it needs an allocator ({@link NeedRule})? While a function mentions a type that does not exist, its allocator
 *     waits: a later round may bring the type.
 * <li>A marker for each that keeps the contract, but for those that come along with the heap, and for each consumer
 *     ({@link MarkerWriter}).
 * <li>After the last round: is there one allocator at most ({@link DuplicateAllocatorRule})? And when the compiler has seen
 *     all method bodies: does no allocator reach what needs one ({@link ReachRule})?
 * </ol>
 *
 * <p>It claims its two annotations, so that javac's lint {@code processing} has nothing to say. A later processor for all
 * annotations, such as a checker, is called as long as the code has any other: an {@code @Override} is enough.
 *
 * <p>It is isolating in Gradle's sense: each marker is a function of the one element that it is about. Only the last
 * step considers several elements, so a build that recompiles a single class can miss a violation; {@code check} finds
 * it.
 */
@AutoService(Processor.class)
public final class HeapwrightProcessor extends AbstractProcessor {
    /**
     * The option under which the allocators of Heapwright itself are compiled. There are several in one module, and
     * their presence alone does not link any: their markers, which say so, are in the module's resources.
     */
    static final String AVAILABLE = "heapwright.available";

    // Names rather than elements: an element of one round must not be used in the next.
    private final Set<Name> allocators = new LinkedHashSet<>();
    private final Set<Name> unchecked = new LinkedHashSet<>();
    private final List<String> proved = new ArrayList<>();
    private final Set<Name> sources = new LinkedHashSet<>();
    private MarkerWriter markers;
    private Reporter reporter;
    private List<AllocatorRule> rules;

    /** Called by the service loader. */
    public HeapwrightProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        markers = new MarkerWriter(environment);
        reporter = new Reporter(environment);
        rules = List.of(
                new DeclarationRule(new ModelShapes(environment.getElementUtils(), reporter::source)),
                new NeedRule(reporter::hasPosition));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Contract.ALLOCATOR_ANNOTATION, Contract.NEEDS_ALLOCATOR_ANNOTATION);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(AVAILABLE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Unclaimed, they are a warning, which -Werror makes an error.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            for (Element element : annotated(round, annotations, Contract.ALLOCATOR_ANNOTATION)) {
                allocators.add(((TypeElement) element).getQualifiedName());
                unchecked.add(((TypeElement) element).getQualifiedName());
            }
            annotated(round, annotations, Contract.NEEDS_ALLOCATOR_ANNOTATION).forEach(markers::writeNeed);
            for (TypeElement allocator : elements(unchecked)) {
                if (round.processingOver() || !ModelShapes.isUndefined(allocator)) {
                    unchecked.remove(allocator.getQualifiedName());
                    check(allocator);
                }
            }
            for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
                sources.add(type.getQualifiedName());
            }
            if (round.processingOver()) {
                if (!proved.isEmpty()) {
                    // Most compilations have no allocator, and are spared even the lookup of their classes.
                    ReachRule.check(processingEnv, proved, elements(sources), this::report);
                }
                if (!isForChoice()) {
                    new DuplicateAllocatorRule(processingEnv.getElementUtils(), reporter::place)
                            .check(elements(allocators))
                            .forEach(reporter::report);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            report(e);
        }
        return true;
    }

    private boolean isForChoice() {
        return processingEnv.getOptions().containsKey(AVAILABLE);
    }

    /** Reports an internal error. Otherwise, javac would print a stack trace that does not name the processor. */
    private void report(Throwable fault) {
        String message = DiagnosticRenderer.render(InternalErrors.internalError("annotation processor", fault)
                .withHelp("please report it with this output and the class that was being compiled"));
        processingEnv.getMessager().printMessage(Kind.ERROR, message);
    }

    private void check(TypeElement type) {
        List<Finding> findings =
                rules.stream().flatMap(rule -> rule.check(type).stream()).toList();
        findings.forEach(reporter::report);
        boolean refused =
                findings.stream().anyMatch(finding -> finding.diagnostic().severity() == Severity.ERROR);
        if (!refused && !ModelShapes.isUndefined(type)) {
            if (!isForChoice()) {
                markers.writeAllocator(type);
            }
            proved.add(processingEnv.getElementUtils().getBinaryName(type).toString());
        }
    }

    private List<TypeElement> elements(Set<Name> names) {
        List<TypeElement> types = new ArrayList<>();
        for (Name name : names) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private static Set<? extends Element> annotated(
            RoundEnvironment round, Set<? extends TypeElement> annotations, String annotation) {
        return annotations.stream()
                .filter(type -> type.getQualifiedName().contentEquals(annotation))
                .findFirst()
                .<Set<? extends Element>>map(round::getElementsAnnotatedWith)
                .orElse(Set.of());
    }
}
