package dev.heapwright.compatibility;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API of modules on the class path: what they export to everybody. */
final class ModuleApi {
    private ModuleApi() {}

    /**
     * {@return the lines of each of the modules that is there, by its name}
     *
     * @param names those of the modules
     * @throws IOException if a jar or a folder cannot be read
     */
    static Map<String, List<String>> ofClassPath(Set<String> names) throws IOException {
        Map<String, List<String>> modules = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            for (ModuleReference module : modules(Path.of(entry))) {
                if (names.contains(module.descriptor().name())) {
                    modules.put(module.descriptor().name(), lines(module));
                }
            }
        }
        return modules;
    }

    private static Set<ModuleReference> modules(Path entry) {
        try {
            return ModuleFinder.of(entry).findAll();
        } catch (FindException e) {
            return Set.of(); // A jar whose name cannot be that of a module.
        }
    }

    private static List<String> lines(ModuleReference module) throws IOException {
        Set<String> exported = module.descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        try (ModuleReader reader = module.open();
                Stream<String> files = reader.list()) {
            return files.filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> exported.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                    .filter(name -> !name.endsWith(".package-info"))
                    .sorted()
                    .flatMap(name -> ClassApi.lines(load(name)).stream())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ModuleApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
