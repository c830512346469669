package dev.heapwright.linker.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file imports (JLS 7.5), as far as names of types go.
 *
 * @param types full names by simple names, of the imports of single types
 * @param packages of the imports of all types of a package
 * @param modules of the imports of all that a module exports
 */
record Imports(Map<String, String> types, Set<String> packages, Set<String> modules) {

    static Imports of(CompilationUnit unit) {
        Map<String, String> types = new HashMap<>();
        Set<String> packages = new HashSet<>();
        Set<String> modules = new HashSet<>();
        for (ImportDeclaration each : unit.getImports()) {
            String name = each.getNameAsString();
            if (each.isModule()) {
                modules.add(name);
            } else if (!each.isAsterisk()) {
                types.put(each.getName().getIdentifier(), name);
            } else if (!each.isStatic()) {
                packages.add(name);
            }
        }
        return new Imports(types, packages, modules);
    }

    /** {@return the full name of the type that is imported by itself under a simple name, if one is} */
    Optional<String> type(String simpleName) {
        return Optional.ofNullable(types.get(simpleName));
    }

    /**
     * {@return whether a module of Heapwright is imported: each that has to do with the annotations gives them on to who
     * requires it}
     */
    boolean hasHeapwright() {
        return modules.stream().anyMatch(module -> module.startsWith("dev.heapwright."));
    }

    /**
     * {@return the full names of what a name may mean: which of the imported packages has a type of that name, this file
     * does not tell}
     *
     * @param name of a type, as the file has it
     */
    Set<String> meanings(String name) {
        Optional<String> imported = type(name);
        if (imported.isPresent()) {
            return Set.of(imported.get());
        }
        if (name.contains(".")) {
            return Set.of(name);
        }
        Set<String> meanings = new HashSet<>();
        packages.forEach(each -> meanings.add(each + "." + name));
        if (hasHeapwright()) {
            meanings.add("dev.heapwright.heap." + name);
        }
        return meanings;
    }
}
