package dev.heapwright.processor.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The classes whose class files the compiler has written so far, by binary names. */
final class WrittenClasses {
    private final ProcessingEnvironment environment;
    private final Map<String, Written> classes = new LinkedHashMap<>();

    /** A class, the name of its module, and whether it is a consumer. */
    private record Written(String module, boolean isConsumer) {}

    WrittenClasses(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void add(TypeElement type) {
        ModuleElement module = environment.getElementUtils().getModuleOf(type);
        classes.put(
                environment.getElementUtils().getBinaryName(type).toString(),
                new Written(
                        module == null ? "" : module.getQualifiedName().toString(),
                        !Consumers.of(type).isEmpty()));
    }

    Set<String> names() {
        return classes.keySet();
    }

    boolean contains(String name) {
        return classes.containsKey(name);
    }

    /** {@return whether a class was written that is a consumer, or within one} */
    boolean isConsumer(String name) {
        Written written = classes.get(name);
        return written != null && written.isConsumer();
    }

    /** {@return the class file of a class that was written; empty if it is not accessible here} */
    Optional<byte[]> read(String name) {
        try (InputStream in = file(name).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            // Tools have file managers of their own, of which not all support reading, and say so in any way.
            return Optional.empty();
        }
    }

    /** Deletes the class file of a class that was written, so that the build tool has it compiled again. */
    void delete(String name) throws IOException {
        URI file = file(name).toUri();
        // A file object of a processor cannot be deleted.
        if ("file".equals(file.getScheme())) {
            Files.deleteIfExists(Path.of(file));
        }
    }

    private FileObject file(String name) throws IOException {
        int end = name.lastIndexOf('.');
        String packageName = name.substring(0, Math.max(0, end));
        String file = name.substring(end + 1) + ".class";
        try {
            return environment.getFiler().getResource(StandardLocation.CLASS_OUTPUT, packageName, file);
        } catch (IOException e) {
            // Only if several modules are compiled at once has each an output of its own, and may be named here.
            Written written = classes.get(name);
            String module = written == null ? "" : written.module();
            return environment.getFiler().getResource(StandardLocation.CLASS_OUTPUT, module + "/" + packageName, file);
        }
    }
}
