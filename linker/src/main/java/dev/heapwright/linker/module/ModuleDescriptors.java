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
 * Reads module declarations as they were compiled. They may be for a newer Java than the one that runs Maven, which the
 * JDK refuses to read, although their format has been the same since Java 9.
 */
public final class ModuleDescriptors {
    /** The file that has the declaration. */
    public static final String FILE = "module-info.class";

    /** The class file version of Java 17, the oldest that Maven runs on here. */
    private static final int JAVA_17 = 61;

    /** Far more than any declaration has, in bytes. */
    private static final int LARGEST = 1 << 20;

    /** Later than any: of a jar for several releases, the newest declaration counts. */
    private static final Runtime.Version NEWEST = Runtime.Version.parse("9999");

    private ModuleDescriptors() {}

    /**
     * Reads one.
     *
     * @param bytes of a module-info.class, or anything at all
     * @return what it declares; empty if it is no such file, or a mangled one
     */
    public static Optional<ModuleDescriptor> read(byte[] bytes) {
        byte[] readable = bytes.clone();
        if (readable.length >= 8 && ByteBuffer.wrap(readable).getChar(6) > JAVA_17) {
            ByteBuffer.wrap(readable).putChar(4, (char) 0).putChar(6, (char) JAVA_17);
        }
        try {
            return Optional.of(ModuleDescriptor.read(ByteBuffer.wrap(readable)));
        } catch (RuntimeException e) {
            // Besides the exception that it documents, it throws others for a mangled file.
            return Optional.empty();
        }
    }

    /**
     * Tells which module an artifact is on the module path.
     *
     * @param artifact a jar or a class folder
     * @return the module: an explicit one by its declaration, or an automatic one by its jar's manifest or file name;
     *     empty if it can be none, as a folder without a declaration
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
            // No name can be made of the file's, or it has classes in the unnamed package.
            return Optional.empty();
        }
    }
}
