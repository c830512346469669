package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A native library that every JDK has, zlib, in a class path folder like that of an allocator.
 *
 * @param folder for the class path
 */
record ZipLibrary(Path folder) {
    static final int CRC_OF_16_ZEROS = crcOf16Zeros();

    /** Stands for a class of the allocator. */
    static final class Owner {
        private Owner() {}
    }

    static ZipLibrary in(Path folder) throws IOException {
        ZipLibrary library = new ZipLibrary(folder);
        library.write(Files.readAllBytes(Path.of(
                System.getProperty("java.home"), Platform.WINDOWS ? "bin" : "lib", System.mapLibraryName("zip"))));
        library.writeList(library.line());
        return library;
    }

    String path() {
        return Platform.NAME + "/org/acme/" + System.mapLibraryName("zip");
    }

    /** The line of the list for the file that {@link #write} has written. */
    String line() throws IOException {
        return sha256(Files.readAllBytes(file())) + " *" + path() + "\n";
    }

    void write(byte[] content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), content);
    }

    void writeList(String content) throws IOException {
        Files.createDirectories(list().getParent());
        Files.writeString(list(), content);
    }

    Path file() {
        return folder.resolve(path());
    }

    Path list() {
        return folder.resolve("META-INF/heapwright-natives/zip.sha256");
    }

    /**
     * Loads as a program with the folder on its class path. The class loader has no parent, as even the platform's
     * would find the classes of these tests, which are in a named module.
     */
    NativeLibrary load() throws IOException, ClassNotFoundException {
        URL[] classPath = {url(folder), url(Path.of("target", "test-classes"))};
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            return load(loader.loadClass(Owner.class.getName()));
        }
    }

    static NativeLibrary load(Class<?> owner) {
        return NativeLibrary.load(owner, "zip", Map.of());
    }

    /** {@code jint ZIP_CRC32(jint crc, const jbyte *buf, jint len)}, of 16 zeros. */
    static int crc(NativeLibrary library) {
        MethodHandle function = library.function("ZIP_CRC32", methodType(int.class, int.class, long.class, int.class));
        try (Block zeros = Block.of(16)) {
            return (int) function.invokeExact(0, zeros.address(), 16);
        } catch (Throwable thrown) {
            throw NativeLibrary.rethrown(thrown);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the libraries in a directory, sorted, without the notes that they were verified} */
    static List<Path> extracted(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(".verified"))
                    .sorted()
                    .toList();
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static int crcOf16Zeros() {
        CRC32 crc = new CRC32();
        crc.update(new byte[16]);
        return (int) crc.getValue();
    }
}
