package dev.heapwright.linker.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.modules.ModuleDeclaration;
import com.github.javaparser.ast.modules.ModuleDirective;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.module.JavaModule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declaration of the module whose sources they are, read before it is compiled. */
public final class ModuleSource {
    private static final String FILE = "module-info.java";

    private ModuleSource() {}

    /**
     * Finds it.
     *
     * @param roots the module's source roots, which need not exist
     * @param charset of its sources
     * @return what it says; empty if there is none in any of the roots, or if it cannot be read: that is for the
     *     compiler to say
     */
    public static Optional<JavaModule> find(List<Path> roots, Charset charset) {
        return roots.stream()
                .map(root -> root.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(file -> read(file, charset));
    }

    private static Optional<JavaModule> read(Path file, Charset charset) {
        try {
            SourceParser.Parsed parsed = SourceParser.parse(new String(Files.readAllBytes(file), charset));
            // Of half a declaration it cannot be said what is missing.
            return parsed.unit()
                    .filter(unit -> parsed.whole())
                    .flatMap(unit -> unit.getModule().map(module -> describe(file, Imports.of(unit), module)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JavaModule describe(Path file, Imports imports, ModuleDeclaration module) {
        Set<String> requires = new HashSet<>();
        Map<String, Set<String>> provides = new HashMap<>();
        for (ModuleDirective directive : module.getDirectives()) {
            directive.ifModuleRequiresDirective(each -> requires.add(each.getNameAsString()));
            directive.ifModuleProvidesDirective(each -> {
                Set<String> providers = new HashSet<>();
                each.getWith().forEach(provider -> providers.addAll(imports.meanings(provider.asString())));
                imports.meanings(each.getNameAsString()).forEach(service -> provides.put(service, providers));
            });
        }
        Position name = module.getName().getBegin().orElseThrow();
        return new JavaModule(
                module.getNameAsString(),
                requires,
                provides,
                new Location.Source(file.toString(), name.line, name.column));
    }
}
