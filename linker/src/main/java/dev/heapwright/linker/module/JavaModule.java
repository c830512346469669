package dev.heapwright.linker.module;

import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The declaration of a named module, as far as it concerns its binding.
 *
 * @param name of the module
 * @param requires names of the modules that it reads
 * @param provides the provider classes, by the service's name
 * @param location of the declaration
 */
public record JavaModule(String name, Set<String> requires, Map<String, Set<String>> provides, Location location) {

    /** Copies the collections. */
    public JavaModule {
        requires = Set.copyOf(requires);
        Map<String, Set<String>> sorted = new TreeMap<>();
        provides.forEach((service, providers) -> sorted.put(service, new TreeSet<>(providers)));
        provides = sorted;
    }

    /**
     * {@return the contents of a compiled declaration}
     *
     * @param descriptor of the module
     * @param location of its file
     */
    static JavaModule of(ModuleDescriptor descriptor, Location location) {
        return new JavaModule(
                descriptor.name(),
                descriptor.requires().stream().map(Requires::name).collect(Collectors.toSet()),
                descriptor.provides().stream()
                        .collect(Collectors.toMap(Provides::service, each -> Set.copyOf(each.providers()))),
                location);
    }

    /**
     * {@return the contents of the declaration in an artifact; empty if there is none or it is malformed}
     *
     * @param artifact a jar or a class folder
     * @throws IOException if the artifact cannot be read
     */
    public static Optional<JavaModule> in(Path artifact) throws IOException {
        String file = artifact + (Files.isDirectory(artifact) ? "/" : "!/") + ModuleDescriptors.FILE;
        return ModuleDescriptors.of(artifact)
                .filter(descriptor -> !descriptor.isAutomatic())
                .map(descriptor -> of(descriptor, new Location.File(file)));
    }

    /**
     * {@return the same module, also reading what the modules that it reads require transitively (JLS 7.7.1)}
     *
     * @param dependencies the modules of its closure
     */
    public JavaModule reading(Collection<ModuleDescriptor> dependencies) {
        Map<String, ModuleDescriptor> present = new HashMap<>();
        dependencies.forEach(each -> present.put(each.name(), each));
        Set<String> read = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(requires);
        while (!next.isEmpty()) {
            String required = next.remove();
            if (read.add(required) && present.containsKey(required)) {
                present.get(required).requires().stream()
                        .filter(each -> each.modifiers().contains(Requires.Modifier.TRANSITIVE))
                        .forEach(each -> next.add(each.name()));
            }
        }
        return new JavaModule(name, read, provides, location);
    }

    /** {@return whether it can access the classes of a module: its own or one that it reads} */
    boolean reads(String module) {
        return name.equals(module) || requires.contains(module);
    }

    /**
     * {@return the classes that provide a service}
     *
     * @param service its name
     */
    public Set<String> providers(String service) {
        return provides.getOrDefault(service, Set.of());
    }
}
