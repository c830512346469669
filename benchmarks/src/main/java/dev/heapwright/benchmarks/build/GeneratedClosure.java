package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A reactor of identical applications, each with the same large closure, in which Heapwright runs beside its peers. In
 * the first, all classes are loaded and all jars read; in the last ones, everything is warm.
 *
 * @param folder of the reactor
 * @param modules how many there are
 * @param dependencies of each, in addition to the heap
 * @param repository of generated jars, as a URL
 * @param version of Heapwright
 */
record GeneratedClosure(Path folder, int modules, List<String> dependencies, String repository, String version) {
    /** {@return the artifactId of a module, from 1 on} */
    static String name(int number) {
        return "m%02d".formatted(number);
    }

    /** Writes all files. */
    void write() throws IOException {
        Pom.write(folder.resolve("pom.xml"), parent());
        for (int number = 1; number <= modules; number++) {
            Path module = folder.resolve(name(number));
            Pom.write(module.resolve("pom.xml"), module(number));
            Pom.write(module.resolve("src/main/java/com/acme/Main.java"), MAIN);
        }
    }

    private String parent() {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>closure</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <exec.mainClass>com.acme.Main</exec.mainClass>
                  </properties>
                  <modules>
                %s
                  </modules>
                  <repositories>
                    <repository>
                      <id>generated-jars</id>
                      <url>%s</url>
                      <releases>
                        <checksumPolicy>ignore</checksumPolicy>
                      </releases>
                    </repository>
                  </repositories>
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>org.springframework.boot</groupId>
                        <artifactId>spring-boot-dependencies</artifactId>
                        <version>%s</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>
                  <build>
                    <pluginManagement>
                      <plugins>
                %s
                      </plugins>
                    </pluginManagement>
                    <plugins>
                %s
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        Pom.modules(IntStream.rangeClosed(1, modules).mapToObj(GeneratedClosure::name)),
                        repository,
                        RealClosure.BOM,
                        PinnedPlugins.xml(),
                        PLUGINS.formatted(version));
    }

    private String module(int number) {
        Stream<String> heap = Stream.of(Pom.dependency("dev.heapwright", "heapwright-heap", version));
        return Pom.module(
                "closure",
                name(number),
                "",
                Stream.concat(dependencies.stream().map(Pom::dependency), heap).toList());
    }

    private static final String MAIN = """
            package com.acme;

            public final class Main {
                public static void main(String[] arguments) {
                    System.out.println(dev.heapwright.heap.Heap.binding());
                }
            }
            """;

    /** The rules' findings do not matter here: the build continues. */
    private static final String PLUGINS = """
                  <plugin>
                    <groupId>dev.heapwright</groupId>
                    <artifactId>heapwright-maven-plugin</artifactId>
                    <version>%s</version>
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
                    <artifactId>maven-enforcer-plugin</artifactId>
                    <dependencies>
                      <dependency>
                        <groupId>org.codehaus.mojo</groupId>
                        <artifactId>extra-enforcer-rules</artifactId>
                        <version>1.10.0</version>
                      </dependency>
                    </dependencies>
                    <configuration>
                      <fail>false</fail>
                    </configuration>
                    <executions>
                      <execution>
                        <id>convergence</id>
                        <goals>
                          <goal>enforce</goal>
                        </goals>
                        <configuration>
                          <rules>
                            <dependencyConvergence/>
                          </rules>
                        </configuration>
                      </execution>
                      <execution>
                        <id>duplicates</id>
                        <goals>
                          <goal>enforce</goal>
                        </goals>
                        <configuration>
                          <rules>
                            <banDuplicateClasses/>
                          </rules>
                        </configuration>
                      </execution>
                    </executions>
                  </plugin>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-dependency-plugin</artifactId>
                    <executions>
                      <execution>
                        <id>analyze</id>
                        <goals>
                          <goal>analyze-only</goal>
                        </goals>
                      </execution>
                    </executions>
                  </plugin>
            """;
}
