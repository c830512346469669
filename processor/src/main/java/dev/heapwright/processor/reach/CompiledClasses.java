package dev.heapwright.processor.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.reach.Classes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a compilation: those that it has written, those on the class path, and those that the compiler has
 * loaded from elsewhere. The compiler is not asked about classes on the class path: see {@link ClassPath}.
 */
final class CompiledClasses implements Classes {
    private final Elements elements;
    private final WrittenClasses written;
    private final ClassFileReader files;
    private final ClassPath classPath;
    private final Map<String, MalformedClassFileException> unreadable = new TreeMap<>();

    /**
     * Reads nothing yet.
     *
     * @param environment of the compilation
     * @param written the classes that it has written
     */
    CompiledClasses(ProcessingEnvironment environment, WrittenClasses written) {
        this.elements = environment.getElementUtils();
        this.written = written;
        this.files = new ClassFileReader(environment);
        this.classPath = new ClassPath(files);
    }

    @Override
    public Optional<ClassCode> find(String name) throws IOException {
        if (written.contains(name)) {
            return written.read(name).flatMap(bytes -> code(name, bytes));
        }
        Optional<ClassCode> onClassPath = classPath.code(name);
        // That a class exists, and whether it is a consumer, is known even if its file is inaccessible here.
        return onClassPath.isPresent()
                ? onClassPath
                : element(name)
                        .map(type -> files.known(type)
                                .flatMap(bytes -> code(name, bytes))
                                .orElse(ClassCode.UNKNOWN));
    }

    private Optional<ClassCode> code(String name, byte[] bytes) {
        try {
            return Optional.of(ClassCode.read(bytes));
        } catch (MalformedClassFileException e) {
            unreadable.put(ClassName.classFile(name), e);
            return Optional.empty();
        }
    }

    /**
     * {@return why class files that were asked for cannot be read, by their paths, sorted; without those that no JVM can
     * load either, so that nothing is reached through them}
     */
    Map<String, String> unreadable() {
        Map<String, String> reasons = new TreeMap<>();
        Stream.of(unreadable, classPath.unreadable())
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getValue().isOfUnknownJava())
                .forEach(each -> reasons.put(
                        each.getKey(), String.valueOf(each.getValue().getMessage())));
        return reasons;
    }

    @Override
    public boolean needsAllocator(String name) throws IOException {
        if (written.contains(name)) {
            return written.isConsumer(name);
        }
        return classPath.code(name).isPresent()
                ? classPath.needsAllocator(name)
                : element(name).filter(type -> !Consumers.of(type).isEmpty()).isPresent();
    }

    /** {@return those that were written: {@code check} also looks for overriding methods in dependencies} */
    @Override
    public Collection<ClassHeader> all() throws IOException {
        List<ClassHeader> headers = new ArrayList<>();
        for (String name : written.names()) {
            Optional<byte[]> bytes = written.read(name);
            if (bytes.isPresent()) {
                try {
                    headers.add(ClassHeader.read(bytes.get()));
                } catch (MalformedClassFileException e) {
                    throw new IOException("the class file of " + name + " was damaged", e);
                }
            }
        }
        return headers;
    }

    /** {@return none: {@code check} knows those of the whole program} */
    @Override
    public Collection<String> providers(String service) {
        return List.of();
    }

    private Optional<TypeElement> element(String name) {
        if (name.startsWith("java.")) {
            return Optional.empty();
        }
        @Nullable TypeElement type = elements.getTypeElement(name);
        if (type == null && name.indexOf('$') >= 0) {
            type = elements.getTypeElement(name.replace('$', '.'));
        }
        return Optional.ofNullable(type).filter(each -> !isOfJdk(each));
    }

    private boolean isOfJdk(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        String name = module == null ? "" : module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }
}
