package dev.heapwright.processor;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes markers beside the classes, each once. */
final class MarkerWriter {
    private final ProcessingEnvironment environment;
    private final Set<String> written = new HashSet<>();

    MarkerWriter(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void writeAllocator(TypeElement type) {
        write(
                new Marker.OfAllocator(
                        new ClassName(binaryName(type), type.getQualifiedName().toString())),
                type);
    }

    /** Writes the marker of a class, package or module that needs an allocator. */
    void writeNeed(Element element) {
        String name = element instanceof TypeElement type
                ? binaryName(type)
                : ((QualifiedNameable) element).getQualifiedName().toString();
        write(new Marker.OfNeed(name), element);
    }

    private String binaryName(TypeElement type) {
        return environment.getElementUtils().getBinaryName(type).toString();
    }

    private void write(Marker marker, Element origin) {
        // A package and a module of the same name share a marker; javac warns about a file that is created twice.
        if (!written.add(module(origin) + marker.path())) {
            return;
        }
        try (OutputStream out = create(marker, origin).openOutputStream()) {
            out.write(marker.content().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileObject create(Marker marker, Element origin) throws IOException {
        Filer filer = environment.getFiler();
        try {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", marker.path(), origin);
        } catch (FilerException e) {
            // If several modules are compiled at once, each has its own output folder, and the module must be named;
            // otherwise it must not be.
            return filer.createResource(StandardLocation.CLASS_OUTPUT, module(origin), marker.path(), origin);
        }
    }

    private String module(Element element) {
        ModuleElement module = environment.getElementUtils().getModuleOf(element);
        return module == null || module.isUnnamed() ? "" : module.getQualifiedName() + "/";
    }
}
