package dev.heapwright.gradle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.JavaParser;
import com.grack.nanojson.JsonWriter;
import com.palantir.javapoet.JavaFile;
import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JvmResult;
import groovy.ant.FileNameFinder;
import groovy.json.JsonOutput;
import groovy.lang.Closure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import org.commonmark.parser.Parser;
import org.gradle.api.Project;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;

/** Whole builds, on a Java that Gradle runs on. */
class GradleBuildTest {
    private static final String CACHED = "--configuration-cache";
    private static final String APP = "dev/heapwright/gradle/app/";

    /** Not the plugin, which Gradle loads as it loads that of any user. */
    private static final List<Path> GRADLE = locations(
            Project.class, Closure.class, FileNameFinder.class, JsonOutput.class, Unit.class, EmbeddedGradle.class);

    private static final List<Path> PLUGIN = locations(
            HeapwrightPlugin.class,
            Binder.class,
            Kind.class,
            Diagnostic.class,
            JavaParser.class,
            JavaFile.class,
            JsonWriter.class,
            Parser.class,
            ClassReader.class,
            ClassNode.class,
            ClassRemapper.class);

    @TempDir
    private static Path shared;

    @TempDir
    private Path app;

    @BeforeAll
    static void makeRepository() throws IOException {
        int java = Runtime.version().feature();
        if (java > EmbeddedGradle.NEWEST_JAVA) {
            System.out.println("NOTICE: builds with Gradle are not tested on Java " + java);
        }
        Assumptions.assumeTrue(java <= EmbeddedGradle.NEWEST_JAVA);
        Path repository = Files.createDirectory(shared.resolve("repository"));
        TestRepository made = TestRepository.withHeapwright(repository);
        made.addAllocator("com.acme:pool:1.2", "com.acme.Pool", shared);
        made.addAllocator("com.acme:arena:2.0", "com.acme.Arena", shared);
        Files.writeString(Files.createDirectory(shared.resolve("home")).resolve("init.gradle"), """
                allprojects {
                    repositories { maven { url = uri('%s') } }
                    tasks.withType(JavaCompile).configureEach {
                        options.release = 17
                        options.fork = true
                        options.forkOptions.executable = "${System.getProperty('java.home')}/bin/javac"
                    }
                }
                """.formatted(
                        repository.toUri()));
    }

    @Test
    void anApplicationIsBoundAndVerifiedOnceAndRuns() throws Exception {
        JvmResult built = build("check", CACHED, EmbeddedGradle.THEN, "check", CACHED, EmbeddedGradle.THEN, "run")
                .succeeded();
        assertEquals(
                Files.readString(Path.of("../docs/without-the-plugin.md"))
                        .replaceFirst(
                                "(?s).*<!-- compared by: [^>]*GradleBuildTest.java -->\n```text\n(.*?)```.*", "$1"),
                built.output()
                        .lines()
                        .filter(line -> line.matches("(?:kind:|bound to|verified:) .*"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        assertTrue(built.output().contains("5 actionable tasks: 5 executed\n"), built::toString);
        assertTrue(built.output().contains("Reusing configuration cache.\n"), built::toString);
        assertTrue(built.output().contains("5 actionable tasks: 5 up-to-date\n"), built::toString);
    }

    @Test
    void whatIsWrongIsToldInTheWordsOfGradle() throws Exception {
        Files.writeString(app.resolve("build.gradle"), """
                if (hasProperty('two')) {
                    dependencies { runtimeOnly 'com.acme:pool:1.2', 'com.acme:arena:2.0' }
                }
                if (hasProperty('broken')) {
                    jar { exclude 'META-INF/services/**' }
                }
                """, StandardOpenOption.APPEND);
        JvmResult built = build(
                "classes",
                "-Ptwo=yes",
                EmbeddedGradle.THEN,
                "check",
                "-Pbroken=yes",
                EmbeddedGradle.THEN,
                "heapwrightExplain",
                "--id",
                "TwoAllocators");
        assertEquals(2, built.exitCode(), built::toString);
        assertTrue(built.errors().contains("""
                Execution failed for task ':heapwrightBind'.
                > [Heapwright/TwoAllocators] com.acme:app would link 2 allocators; an application must link exactly one
                      com.acme.Arena  via com.acme:app -> com.acme:arena:2.0
                      com.acme.Pool   via com.acme:app -> com.acme:pool:1.2
                    help: keep one; to drop the second, remove the dependency on com.acme:pool
                    more: gradle heapwrightExplain --id TwoAllocators
                """), built::toString);
        assertTrue(built.errors().contains("""
                Execution failed for task ':heapwrightCheck'.
                > [Heapwright/BrokenPackage] app-1.0.jar \
                """), built::toString);
        assertTrue(built.output().contains("# TwoAllocators\n"), built::toString);
    }

    @Test
    void anAllocatorIsAnotherProjectOfTheBuild() throws Exception {
        Files.writeString(app.resolve("settings.gradle"), "include 'pool'\n", StandardOpenOption.APPEND);
        Files.writeString(
                app.resolve("build.gradle"),
                "dependencies { implementation project(':pool') }\n",
                StandardOpenOption.APPEND);
        write("pool/build.gradle", """
                plugins {
                    id 'java'
                    id 'dev.heapwright'
                }
                group = 'com.acme'
                version = '1.2'
                dependencies {
                    implementation 'dev.heapwright:heapwright-annotations:0.1.0'
                    annotationProcessor 'dev.heapwright:heapwright-processor:0.1.0'
                }
                """);
        write(
                "pool/src/main/java/com/acme/Pool.java",
                AllocatorSource.named("com.acme.Pool").text());
        JvmResult built = build(
                        "check", "heapwrightTree", CACHED, EmbeddedGradle.THEN, "check", "heapwrightTree", CACHED)
                .succeeded();
        assertTrue(built.output().contains("bound to com.acme.Pool 1.2 (linked explicitly)\n"), built::toString);
        assertTrue(built.output().contains("+- com.acme:pool:1.2 [allocator: com.acme.Pool]\n"), built::toString);
        assertTrue(built.output().contains("Reusing configuration cache.\n"), built::toString);
    }

    @BeforeEach
    void copyApp() throws IOException {
        Path from = Javac.locationOf(APP + "build.gradle").resolve(APP);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path to = app.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = app.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private JvmResult build(String... arguments) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(List.of(shared.resolve("home").toString(), Javac.joined(PLUGIN), app.toString()));
        all.addAll(List.of(arguments));
        return ChildJvm.with()
                .and(Stream.of("lang", "lang.invoke", "util", "nio.charset", "net", "util.concurrent.atomic")
                        .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
                        .toArray(String[]::new))
                .withClassPath(GRADLE)
                .run(EmbeddedGradle.class, all.toArray(String[]::new));
    }

    private static List<Path> locations(Class<?>... types) {
        return Stream.of(types).map(Javac::locationOf).toList();
    }
}
