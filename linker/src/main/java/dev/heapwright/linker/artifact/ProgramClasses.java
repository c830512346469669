package dev.heapwright.linker.artifact;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.reach.ClassIndex;
import dev.heapwright.core.reach.Classes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes that a module runs with: its own, and those of its dependencies. A class is looked for in the order of the
 * class path, as the JVM would; one that is in none of them is taken for the JDK's.
 */
public final class ProgramClasses implements Classes, Closeable {
    private final List<Holder> classPath = new ArrayList<>();

    private record Holder(ArtifactFiles files, ClassIndex classes) {}

    /**
     * Opens them.
     *
     * @param locations jars and class folders, in the order of the class path
     * @throws IOException if one cannot be opened
     */
    public ProgramClasses(List<Path> locations) throws IOException {
        try {
            for (Path location : locations) {
                ArtifactFiles files = ArtifactFiles.open(location);
                classPath.add(new Holder(files, new ClassIndex(files::readClassFiles)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Collection<String> referencedBy(String name) throws IOException {
        Optional<Holder> holder = holderOf(name);
        return holder.isEmpty()
                ? List.of()
                : holder.get().classes().referencedBy(name).orElse(Set.of());
    }

    @Override
    public boolean needsAllocator(String name) throws IOException {
        Optional<Holder> holder = holderOf(name);
        return holder.isPresent() && holder.get().classes().consumer(name).isPresent();
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
