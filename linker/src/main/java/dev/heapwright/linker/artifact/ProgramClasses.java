package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.ClassIndex;
import dev.heapwright.core.reach.Classes;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.module.ModuleDescriptors;
import java.io.Closeable;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that a module runs with: its own, and those of its dependencies. A class is looked for in the order of the
 * class path, as the JVM would; one that is in none of them is taken for the JDK's.
 */
public final class ProgramClasses implements Classes, Closeable {
    private final List<Holder> classPath = new ArrayList<>();
    private final Map<String, String> unknown = new TreeMap<>();

    private record Holder(ResolvedClasspath.Entry artifact, ArtifactFiles files, ClassIndex classes) {}

    /**
     * Opens them.
     *
     * @param artifacts in the order of the class path
     * @throws IOException if one cannot be opened
     */
    public ProgramClasses(List<ResolvedClasspath.Entry> artifacts) throws IOException {
        try {
            for (ResolvedClasspath.Entry artifact : artifacts) {
                ArtifactFiles files = ArtifactFiles.open(artifact.location());
                classPath.add(new Holder(artifact, files, new ClassIndex(files::readClassFiles)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Optional<ClassCode> find(String name) throws IOException {
        Optional<Holder> holder = holderOf(name);
        return holder.isEmpty() ? Optional.empty() : holder.get().classes().code(name);
    }

    @Override
    public boolean needsAllocator(String name) throws IOException {
        Optional<Holder> holder = holderOf(name);
        return holder.isEmpty()
                // The heap of a host, at scope provided.
                ? Contract.isOfHeap(name)
                : holder.get().classes().consumer(name).isPresent();
    }

    @Override
    public Collection<ClassHeader> all() throws IOException {
        List<ClassHeader> headers = new ArrayList<>();
        for (Holder holder : classPath) {
            for (String file : holder.files().all()) {
                if (file.endsWith(".class")) {
                    byte[] bytes = holder.files().readClassFile(file).orElseThrow();
                    try {
                        headers.add(ClassHeader.read(bytes));
                    } catch (MalformedClassFileException e) {
                        // Otherwise no JVM can load it either, so it overrides nothing.
                        if (e.isOfUnknownJava()) {
                            unknown.put(holder.files().display(file), String.valueOf(e.getMessage()));
                        }
                    }
                }
            }
        }
        return headers;
    }

    @Override
    public Collection<String> providers(String service) throws IOException {
        Set<String> providers = new TreeSet<>();
        for (Holder holder : classPath) {
            ServiceFile.read(holder.files(), ServiceFile.FOLDER + service).ifPresent(providers::addAll);
            for (byte[] module : holder.files().readClassFiles(ModuleDescriptors.FILE)) {
                ModuleDescriptors.read(module).map(ModuleDescriptor::provides).orElse(Set.of()).stream()
                        .filter(each -> each.service().equals(service))
                        .forEach(each -> providers.addAll(each.providers()));
            }
        }
        return providers;
    }

    /**
     * {@return the class files that would have to be known for the answers that were given, and cannot be read: how they are
     * named to users, and why not}
     */
    public Map<String, String> unreadable() {
        Map<String, String> all = new TreeMap<>(unknown);
        for (Holder holder : classPath) {
            holder.classes()
                    .unreadable()
                    .forEach((path, reason) ->
                            all.put(holder.files().display(path), String.valueOf(reason.getMessage())));
        }
        return all;
    }

    /**
     * {@return the artifact that a class is in; empty if it is in none}
     *
     * @param name binary name of the class
     * @throws IOException if that cannot be found out
     */
    public Optional<Coordinates> artifact(String name) throws IOException {
        return holderOf(name).map(holder -> holder.artifact().coordinates());
    }

    @Override
    public void close() throws IOException {
        for (Holder holder : classPath) {
            holder.files().close();
        }
    }

    private Optional<Holder> holderOf(String name) throws IOException {
        String path = ClassName.classFile(name);
        for (Holder holder : classPath) {
            if (holder.files().contains(path) || holder.files().isVersioned(path)) {
                return Optional.of(holder);
            }
        }
        return Optional.empty();
    }
}
