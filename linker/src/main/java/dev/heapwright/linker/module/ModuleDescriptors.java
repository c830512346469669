package dev.heapwright.linker.module;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads compiled module declarations. They may be for a newer Java than the one that runs Maven, and the JDK refuses to
 * read those, although the format has not changed since Java 9.
 */
public final class ModuleDescriptors {
    /** The file with the declaration. */
    public static final String FILE = "module-info.class";

    /** The class file version of Java 17, the oldest Java that this runs on. */
    private static final int JAVA_17 = 61;

    /** In bytes; far more than any declaration needs. */
    private static final int LARGEST = 1 << 20;

    /** Later than any release: in a multi-release jar, the newest declaration counts. */
    private static final Runtime.Version NEWEST = Runtime.Version.parse("9999");

    private ModuleDescriptors() {}

    /**
     * Reads a declaration.
     *
     * @param bytes of a module-info.class; any content is allowed
     * @return what it declares; empty if it is not such a file, or malformed
     */
    public static Optional<ModuleDescriptor> read(byte[] bytes) {
        byte[] readable = bytes.clone();
        if (readable.length >= 8 && ByteBuffer.wrap(readable).getChar(6) > JAVA_17) {
            ByteBuffer.wrap(readable).putChar(4, (char) 0).putChar(6, (char) JAVA_17);
        }
        try {
            return Optional.of(ModuleDescriptor.read(ByteBuffer.wrap(readable)));
        } catch (RuntimeException e) {
            // Besides the exception that it documents, it throws others for a malformed file.
            return Optional.empty();
        }
    }

    /**
     * Determines which module an artifact is on the module path.
     *
     * @param artifact a jar or a class folder
     * @return the module: an explicit one by its declaration, or an automatic one by its jar's manifest or file name;
     *     empty if it cannot be one, such as a folder without a declaration
     * @throws IOException if it cannot be read
     */
    public static Optional<ModuleDescriptor> of(Path artifact) throws IOException {
        if (!Files.isRegularFile(artifact)) {
            Path file = artifact.resolve(FILE);
            return Files.isRegularFile(file) ? read(Files.readAllBytes(file)) : Optional.empty();
        }
        try (JarFile jar = new JarFile(artifact.toFile(), false, ZipFile.OPEN_READ, NEWEST)) {
            ZipEntry entry = jar.getEntry(FILE);
            if (entry == null) {
                return automatic(artifact);
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return read(in.readNBytes(LARGEST));
            }
        }
    }

    private static Optional<ModuleDescriptor> automatic(Path jar) {
        try {
            return ModuleFinder.of(jar).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .findFirst();
        } catch (FindException e) {
            // No module name can be derived from the file name, or it has classes in the unnamed package.
            return Optional.empty();
        }
    }
}
