package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A reactor of many small modules, always generated identically. One in a hundred is an allocator, one in twenty an
 * application, and a third are libraries that need an allocator; the others are plain libraries. Each depends on three
 * libraries before it, and every second application on an allocator.
 *
 * @param folder of the reactor, which is replaced
 * @param modules how many there are; at least 100
 * @param version of Heapwright
 */
record GeneratedReactor(Path folder, int modules, String version) {
    private static final String HEAP = Pom.dependency("dev.heapwright", "heapwright-heap", "${heapwright.version}");

    /** The kinds of modules. */
    enum Role {
        ALLOCATOR,
        APPLICATION,
        CONSUMER,
        PLAIN;

        static Role of(int number) {
            if (number % 100 == 7) {
                return ALLOCATOR;
            }
            return number % 20 == 19 ? APPLICATION : number % 3 == 0 ? CONSUMER : PLAIN;
        }
    }

    /** Writes all files. */
    void write() throws IOException {
        Pom.write(folder.resolve("pom.xml"), parent());
        for (int number = 0; number < modules; number++) {
            Path module = folder.resolve(name(number));
            Pom.write(module.resolve("pom.xml"), module(number));
            Pom.write(module.resolve("src/main/java/" + type(number).replace('.', '/') + ".java"), source(number));
        }
    }

    private static String name(int number) {
        return "m%04d".formatted(number);
    }

    private static String type(int number) {
        return "com.acme.%s.Module".formatted(name(number));
    }

    private String parent() {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>reactor</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <heapwright.version>%s</heapwright.version>
                  </properties>
                  <modules>
                %s
                  </modules>
                  <build>
                    <pluginManagement>
                      <plugins>
                %s
                      </plugins>
                    </pluginManagement>
                  </build>
                  <profiles>
                    <profile>
                      <id>heapwright</id>
                      <build>
                        <plugins>
                          <plugin>
                            <groupId>dev.heapwright</groupId>
                            <artifactId>heapwright-maven-plugin</artifactId>
                            <version>${heapwright.version}</version>
                            <executions>
                              <execution>
                                <goals>
                                  <goal>bind</goal>
                                  <goal>check</goal>
                                </goals>
                              </execution>
                            </executions>
                          </plugin>
                          <plugin>
                            <groupId>org.apache.maven.plugins</groupId>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <configuration>
                              <annotationProcessorPaths>
                                <path>
                                  <groupId>dev.heapwright</groupId>
                                  <artifactId>heapwright-processor</artifactId>
                                  <version>${heapwright.version}</version>
                                </path>
                              </annotationProcessorPaths>
                            </configuration>
                          </plugin>
                        </plugins>
                      </build>
                    </profile>
                  </profiles>
                </project>
                """.formatted(
                        version,
                        Pom.modules(IntStream.range(0, modules).mapToObj(GeneratedReactor::name)),
                        PinnedPlugins.xml());
    }

    private String module(int number) {
        List<String> dependencies = new ArrayList<>();
        Role role = Role.of(number);
        if (role == Role.ALLOCATOR) {
            dependencies.add(Pom.dependency("dev.heapwright", "heapwright-memory", "${heapwright.version}"));
            dependencies.add(Pom.dependency("dev.heapwright", "heapwright-annotations", "${heapwright.version}"));
        } else {
            // All depend on the heap, so that all compile with or without the profile.
            dependencies.add(HEAP);
            libraries(number).forEach(library -> dependencies.add(Pom.dependency("com.acme", name(library), "1")));
        }
        if (role == Role.APPLICATION && number % 40 == 39) {
            dependencies.add(Pom.dependency("com.acme", name(number / 100 * 100 + 7), "1"));
        }
        String properties = role == Role.APPLICATION
                ? "  <properties><exec.mainClass>" + type(number) + "</exec.mainClass></properties>"
                : "";
        return Pom.module("reactor", name(number), properties, dependencies);
    }

    /**
     * Three libraries before a module, far apart: the number of layers is the binary logarithm of the reactor's size,
     * closures have a few dozen modules, and there is work for several threads, as in real reactors.
     */
    private static List<Integer> libraries(int number) {
        return IntStream.of(number / 2, number / 3, number / 5)
                .map(GeneratedReactor::library)
                .filter(library -> library >= 0 && library < number)
                .distinct()
                .boxed()
                .toList();
    }

    private static int library(int number) {
        int library = number;
        while (library >= 0 && (Role.of(library) == Role.ALLOCATOR || Role.of(library) == Role.APPLICATION)) {
            library--;
        }
        return library;
    }

    private static String source(int number) {
        return "package " + type(number).replace(".Module", "") + ";\n\n"
                + switch (Role.of(number)) {
                    case ALLOCATOR -> ALLOCATOR;
                    case CONSUMER -> CONSUMER;
                    case APPLICATION -> APPLICATION;
                    case PLAIN -> "public final class Module {}\n";
                };
    }

    private static final String APPLICATION = """
            public final class Module {
                public static void main(String[] arguments) {
                    System.out.println(dev.heapwright.heap.Heap.binding());
                }
            }
            """;

    private static final String CONSUMER = """
            @dev.heapwright.annotations.NeedsAllocator
            public final class Module {
                public static long block() {
                    return dev.heapwright.heap.Heap.allocate(64, 8);
                }
            }
            """;

    private static final String ALLOCATOR = """
            import dev.heapwright.memory.CHeap;

            @dev.heapwright.annotations.Allocator
            public final class Module {
                public static long allocate(long size, long align) {
                    return CHeap.alignedAlloc(align, size);
                }

                public static void deallocate(long address, long oldSize, long align) {
                    CHeap.alignedFree(address, align);
                }

                public static long reallocate(long address, long oldSize, long size, long align) {
                    return 0;
                }

                public static long reallocateInplace(long address, long oldSize, long size, long align) {
                    return oldSize;
                }

                public static long usableSize(long size, long align) {
                    return size;
                }
            }
            """;
}
