package dev.heapwright.processor.reach;

import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.reach.Classes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The classes of a compilation: those of its sources as they were scanned, all others from their class files. */
final class CompiledClasses implements Classes {
    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Mentions sources;

    CompiledClasses(ProcessingEnvironment environment, Mentions sources) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.sources = sources;
    }

    @Override
    public Collection<String> mentionedBy(String name) throws IOException {
        Set<String> inSource = sources.of(name);
        if (inSource != null) {
            return inSource;
        }
        TypeElement type = element(name);
        if (type == null || isOfJdk(type)) {
            return List.of();
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String file = name.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        try (InputStream in = environment
                .getFiler()
                .getResource(StandardLocation.CLASS_PATH, packageName, file)
                .openInputStream()) {
            return ClassReferences.read(in.readAllBytes());
        } catch (NoSuchFileException | FileNotFoundException e) {
            // On the module path, or of a source that was not scanned: what cannot be seen here, check sees.
            return List.of();
        } catch (MalformedClassFileException e) {
            return List.of();
        }
    }

    @Override
    public boolean needsAllocator(String name) {
        TypeElement type = element(name);
        if (type == null || isOfJdk(type)) {
            return false;
        }
        return !Needers.of(type).isEmpty();
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
