package dev.heapwright.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Wraps the processing environment, as some build tools do. */
final class Wrapping extends AbstractProcessor {
    private final Processor processor;
    private final UnaryOperator<Filer> filer;

    Wrapping(Processor processor) {
        this(processor, same -> same);
    }

    /** Wraps the environment with another filer. */
    Wrapping(Processor processor, UnaryOperator<Filer> filer) {
        this.processor = processor;
        this.filer = filer;
    }

    /** {@return a proxy that calls a handler} */
    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Wrapping.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        processor.init(proxy(
                ProcessingEnvironment.class,
                (proxy, method, arguments) -> method.getName().equals("getFiler")
                        ? filer.apply(environment.getFiler())
                        : method.invoke(environment, arguments)));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processor.process(annotations, round);
        return false;
    }
}
