package dev.heapwright.maven.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.reach.Classes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes that a module runs with: its own, and those of its dependencies. A class is looked for in the order of the
 * class path, as the JVM would; one that is in none of them is taken for the JDK's.
 */
public final class ProgramClasses implements Classes, Closeable {
    private final List<ArtifactFiles> classPath = new ArrayList<>();
    private final Map<String, Boolean> annotated = new HashMap<>();

    /**
     * Opens them.
     *
     * @param locations jars and class folders, in the order of the class path
     * @throws IOException if one cannot be opened
     */
    public ProgramClasses(List<Path> locations) throws IOException {
        try {
            for (Path location : locations) {
                classPath.add(ArtifactFiles.open(location));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Collection<String> mentionedBy(String name) throws IOException {
        Optional<ArtifactFiles> holder = holderOf(name);
        if (holder.isEmpty()) {
            return List.of();
        }
        try {
            return ClassReferences.read(bytes(holder.get(), fileOf(name)).orElseThrow());
        } catch (MalformedClassFileException e) {
            // No JVM can load it either, so nothing is reached through it.
            return List.of();
        }
    }

    @Override
    public boolean needsAllocator(String name) throws IOException {
        Optional<ArtifactFiles> holder = holderOf(name);
        if (holder.isEmpty()) {
            return false;
        }
        ArtifactFiles files = holder.get();
        String packageFolder = fileOf(name).substring(0, fileOf(name).lastIndexOf('/') + 1);
        for (String around = name; !around.isEmpty(); around = classAround(around)) {
            if (isAnnotated(files, fileOf(around))) {
                return true;
            }
        }
        return isAnnotated(files, packageFolder + "package-info.class") || isAnnotated(files, "module-info.class");
    }

    @Override
    public void close() throws IOException {
        for (ArtifactFiles files : classPath) {
            files.close();
        }
    }

    /** A dollar sign need not stand between nested classes: then there is no class of that name, and no harm. */
    private static String classAround(String name) {
        int dollar = name.lastIndexOf('$');
        return dollar < 0 ? "" : name.substring(0, dollar);
    }

    private boolean isAnnotated(ArtifactFiles files, String file) throws IOException {
        String key = files.display(file);
        Boolean known = annotated.get(key);
        if (known == null) {
            known = readAnnotated(files, file);
            annotated.put(key, known);
        }
        return known;
    }

    private static boolean readAnnotated(ArtifactFiles files, String file) throws IOException {
        Optional<byte[]> bytes = bytes(files, file);
        try {
            return bytes.isPresent()
                    && ClassFile.read(bytes.get()).annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION);
        } catch (MalformedClassFileException e) {
            return false;
        }
    }

    private Optional<ArtifactFiles> holderOf(String name) throws IOException {
        for (ArtifactFiles files : classPath) {
            if (files.contains(fileOf(name))) {
                return Optional.of(files);
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> bytes(ArtifactFiles files, String file) throws IOException {
        return files.read(file, ArtifactReader.LARGEST_CLASS_FILE);
    }

    private static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }
}
