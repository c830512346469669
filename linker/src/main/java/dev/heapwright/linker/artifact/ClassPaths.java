package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Which classes an artifact has, as sorted hash codes of their paths, those of class files that every JVM loads and, without the
 * folder of their version, those that newer JVMs load instead. What it surely lacks is known without opening it again.
 */
public final class ClassPaths {
    private final int[] plain;
    private final int[] versioned;

    private ClassPaths(int[] plain, int[] versioned) {
        this.plain = plain;
        this.versioned = versioned;
    }

    /** {@return those of an artifact} */
    static ClassPaths of(ArtifactFiles files) throws IOException {
        List<String> folders = files.versionFolders();
        List<String> classes =
                files.all().stream().filter(path -> path.endsWith(".class")).toList();
        return new ClassPaths(
                classes.stream().mapToInt(String::hashCode).sorted().toArray(),
                folders.stream()
                        .flatMapToInt(folder -> classes.stream()
                                .filter(path -> path.startsWith(folder))
                                .mapToInt(
                                        path -> path.substring(folder.length()).hashCode()))
                        .sorted()
                        .toArray());
    }

    /** {@return whether there may be a class file of that path; if not, there is none} */
    boolean mayContain(String path) {
        return Arrays.binarySearch(plain, path.hashCode()) >= 0;
    }

    /** {@return whether there may be a class file that newer JVMs load instead; if not, there is none} */
    boolean mayReplace(String path) {
        return Arrays.binarySearch(versioned, path.hashCode()) >= 0;
    }
}
