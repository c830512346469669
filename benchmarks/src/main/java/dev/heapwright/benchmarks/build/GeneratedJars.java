package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A repository of small jars, each of which depends on two others, as in a binary tree. All of them form the closure of
 * the first, the root.
 *
 * @param folder of the repository
 * @param count how many jars there are
 */
record GeneratedJars(Path folder, int count) {
    private static final int CLASSES = 20;

    /** {@return the coordinates of the one that depends on all others} */
    String first() {
        return group() + ":" + name(0) + ":1";
    }

    /** Writes those that do not exist yet. */
    void write() throws IOException {
        for (int number = 0; number < count; number++) {
            Path version = folder.resolve(group().replace('.', '/'))
                    .resolve(name(number))
                    .resolve("1");
            Files.createDirectories(version);
            Files.writeString(version.resolve(name(number) + "-1.pom"), pom(number));
            writeJar(version.resolve(name(number) + "-1.jar"), group() + "." + name(number));
        }
    }

    /** Named after the count, as the dependencies of a jar differ in a repository of another count. */
    private String group() {
        return "com.acme.jars" + count;
    }

    private static String name(int number) {
        return "jar%04d".formatted(number);
    }

    private String pom(int number) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <dependencies>
                %s
                  </dependencies>
                </project>
                """.formatted(
                        group(),
                        name(number),
                        IntStream.of(2 * number + 1, 2 * number + 2)
                                .filter(dependency -> dependency < count)
                                .mapToObj(dependency -> Pom.dependency(group(), name(dependency), "1"))
                                .collect(Collectors.joining("\n")));
    }

    private static void writeJar(Path file, String packageName) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (int number = 0; number < CLASSES; number++) {
                ClassDesc type = ClassDesc.of(packageName, "Class" + number);
                jar.putNextEntry(new JarEntry(packageName.replace('.', '/') + "/" + type.displayName() + ".class"));
                jar.write(bytes(type));
            }
        }
    }

    private static byte[] bytes(ClassDesc type) {
        return ClassFile.of()
                .build(
                        type,
                        builder -> builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                                .withMethodBody(
                                        "value",
                                        MethodTypeDesc.ofDescriptor("()I"),
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        code -> code.iconst_1().ireturn()));
    }
}
