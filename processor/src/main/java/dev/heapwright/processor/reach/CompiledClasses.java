package dev.heapwright.processor.reach;

import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.reach.Classes;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a compilation: those of its sources as scanned, all others from their class files, each of which is
 * read once. The compiler is not asked about classes on the class path: see {@link ClassPath}.
 */
final class CompiledClasses implements Classes {
    private final Elements elements;
    private final References sources;
    private final ClassFileReader classFiles;
    private final ClassPath classPath;
    private final Map<String, Set<String>> inClassFiles = new HashMap<>();

    CompiledClasses(ProcessingEnvironment environment, References sources) {
        this.elements = environment.getElementUtils();
        this.sources = sources;
        this.classFiles = new ClassFileReader(environment);
        this.classPath = new ClassPath(classFiles);
    }

    @Override
    public Collection<String> referencedBy(String name) throws IOException {
        Set<String> inSource = sources.of(name);
        if (inSource != null) {
            return inSource;
        }
        Optional<Set<String>> onClassPath = classPath.referencedBy(name);
        return onClassPath.isPresent() ? onClassPath.get() : inClassFiles.computeIfAbsent(name, this::read);
    }

    private Set<String> read(String name) {
        TypeElement type = element(name);
        Optional<byte[]> bytes = type == null || isOfJdk(type) ? Optional.empty() : classFiles.known(type);
        try {
            return bytes.isEmpty() ? Set.of() : ClassReferences.read(bytes.get());
        } catch (MalformedClassFileException e) {
            // No JVM can load it either, so nothing is reached through it.
            return Set.of();
        }
    }

    @Override
    public boolean needsAllocator(String name) throws IOException {
        if (sources.of(name) == null && classPath.referencedBy(name).isPresent()) {
            return classPath.needsAllocator(name);
        }
        TypeElement type = element(name);
        if (type == null || isOfJdk(type)) {
            return false;
        }
        return !Consumers.of(type).isEmpty();
    }

    private @Nullable TypeElement element(String name) {
        if (name.startsWith("java.")) {
            return null;
        }
        TypeElement type = elements.getTypeElement(name);
        return type != null || name.indexOf('$') < 0 ? type : elements.getTypeElement(name.replace('$', '.'));
    }

    private boolean isOfJdk(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        String name = module == null ? "" : module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }
}
