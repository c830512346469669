package dev.heapwright.linker.packaged;

import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Relocates a package as maven-shade-plugin does: classes are moved, and renamed wherever a class refers to them;
 * service files are only relocated if it is configured to merge them.
 *
 * @param from the package, such as {@code com.acme}
 * @param to its new name
 * @param services whether service files are relocated too
 */
record Relocation(String from, String to, boolean services) {

    /** {@return the relocated copy of a folder, in another one} */
    ClassFolder of(ClassFolder folder, ClassFolder relocated) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(folder.path())) {
            for (String file : files.below("")) {
                byte[] content = folder.read(file);
                if (file.endsWith(".class")) {
                    relocated.write(path(file), classFile(content));
                } else if (services && file.startsWith("META-INF/services/")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    relocated.write(
                            "META-INF/services/" + name(file.substring("META-INF/services/".length())),
                            text.lines().map(this::name).reduce("", (all, line) -> all + line + "\n"));
                } else {
                    relocated.write(file, content);
                }
            }
        }
        return relocated;
    }

    private byte[] classFile(byte[] content) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(content)
                .accept(
                        new ClassRemapper(writer, new Remapper(org.objectweb.asm.Opcodes.ASM9) {
                            @Override
                            public String map(String internalName) {
                                return path(internalName);
                            }
                        }),
                        0);
        return writer.toByteArray();
    }

    private String name(String name) {
        return name.startsWith(from + ".") ? to + name.substring(from.length()) : name;
    }

    private String path(String path) {
        return name(path.replace('/', '.')).replace('.', '/').replaceFirst("/class$", ".class");
    }
}
