package dev.heapwright.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A program in a single jar, as created by shading. */
final class MergedJar {
    private MergedJar() {}

    /**
     * Writes everything on a class path; of files with the same path, the first.
     *
     * @param program that it starts, with native access
     */
    static Path of(ClassPath classPath, Class<?> program, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        manifest.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
        Set<String> written = new HashSet<>();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Path element : classPath.elements()) {
                if (Files.isDirectory(element)) {
                    add(element, entries, written);
                } else {
                    try (FileSystem content = FileSystems.newFileSystem(element)) {
                        add(content.getPath("/"), entries, written);
                    }
                }
            }
        }
        return jar;
    }

    private static void add(Path root, JarOutputStream entries, Set<String> written) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF") && written.add(name)) {
                    entries.putNextEntry(new ZipEntry(name));
                    try (InputStream content = Files.newInputStream(file)) {
                        content.transferTo(entries);
                    }
                    entries.closeEntry();
                }
            }
        }
    }
}
