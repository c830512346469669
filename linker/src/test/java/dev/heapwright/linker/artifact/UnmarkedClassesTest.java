package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.Javac;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmarkedClassesTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final String NEED = "@dev.heapwright.annotations.NeedsAllocator\n";
    private static final String POOL = ClassFolder.allocator("com.acme", "public final class Pool");
    private static final String INDEX = "package com.acme;\n" + NEED + "interface Index {}\n";
    private static final String PACKAGE = NEED + "package com.acme.io;\n";
    private static final String MODULE = NEED + "module com.acme.app { requires static dev.heapwright.annotations; }\n";

    @TempDir
    private Path temporary;

    @Test
    void allThatIsAnnotatedAndUnmarkedIsOneProblem() throws Exception {
        compile(Map.of(
                "com/acme/Pool.java", POOL, "com/acme/Index.java", INDEX, "com/acme/io/package-info.java", PACKAGE));
        assertEquals(Optional.of("""
                [Heapwright/NotValidated] com.acme:app has annotated classes that Heapwright's annotation processor has not processed
                    com.acme.Index is annotated @NeedsAllocator
                    com.acme.Pool is annotated @Allocator
                    the package com.acme.io is annotated @NeedsAllocator
                  help: have the compiler run it; from Java 23 on, javac runs no processor that it is not told of;
                        by javac's option, with all that the processor depends on:
                        --processor-path heapwright-processor-0.9.jar
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotValidated"""), problem());
    }

    @Test
    void aModuleThatKotlinCompilesIsToldOfKapt() throws Exception {
        compile(Map.of(
                "com/acme/Index.java",
                INDEX.replace("interface", "@kotlin.Metadata interface"),
                "kotlin/Metadata.java",
                "package kotlin; public @interface Metadata {}"));
        assertEquals(Optional.of("""
                [Heapwright/NotValidated] com.acme:app has annotated classes that Heapwright's annotation processor has not processed
                    com.acme.Index is annotated @NeedsAllocator
                  help: javac does not see Kotlin's sources: have Kotlin's compiler run it;
                        by kapt's option apclasspath, with all that the processor depends on:
                        heapwright-processor-0.9.jar
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotValidated"""), problem());
    }

    @Test
    void whatTheProcessorHasSeenIsRight() throws Exception {
        folder().compile("com/acme/Pool.java", POOL)
                .compile("com/acme/Index.java", INDEX)
                .compile("com/acme/io/package-info.java", PACKAGE);
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void aModuleIsCalledByItsName() throws Exception {
        folder().compileModule(Map.of("module-info.java", MODULE), Javac.locationOf(Allocator.class));
        assertEquals(
                Optional.of("    the module com.acme.app is annotated @NeedsAllocator"),
                problem().flatMap(text -> text.lines().skip(1).findFirst()));

        folder().compile("module-info.java", MODULE);
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void aClassWithinAMethodIsNoAllocator() throws Exception {
        folder().compile("com/acme/Outer.java", """
                package com.acme;

                public class Outer {
                    void run() {
                        @dev.heapwright.annotations.Allocator
                        class Pool {}
                    }
                }
                """);
        assertEquals(Optional.of("""
                [Heapwright/NotAnAllocatorClass] com.acme.Outer$1Pool cannot be an allocator: it is declared within a method
                    at %s/com/acme/Outer$1Pool.class
                    and it is not public
                  help: move it out of the method
                        make it public: glue in another package calls it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass""".formatted(folder().path())), problem());
    }

    @Test
    void classesForNewerJvmsAreLookedAtAsWell() throws Exception {
        compile(Map.of("com/acme/Index.java", INDEX));
        folder().write("META-INF/versions/21/com/acme/Index.class", folder().read("com/acme/Index.class"))
                .delete("com/acme/Index.class");
        assertEquals(
                Optional.of("    com.acme.Index is annotated @NeedsAllocator"),
                problem().flatMap(text -> text.lines().skip(1).findFirst()));
    }

    @Test
    void aClassThatOnlyMentionsAnAnnotationIsNotAnnotated() throws Exception {
        compile(Map.of("com/acme/Reader.java", """
                package com.acme;

                interface Reader {
                    dev.heapwright.annotations.Allocator of(Class<?> type);
                }
                """));
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void aMangledClassFileIsNobodysAllocator() throws Exception {
        folder().write("com/acme/Mangled.class", "Ldev/heapwright/annotations/Allocator;");
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void aModuleWithoutClassesHasNone() throws Exception {
        assertEquals(Optional.empty(), problem());
    }

    private void compile(Map<String, String> sources) {
        folder().compile(sources, Javac.locationOf(Allocator.class));
    }

    private ClassFolder folder() {
        return new ClassFolder(temporary.resolve("classes"));
    }

    private Optional<String> problem() throws Exception {
        return UnmarkedClasses.problems(
                        folder().path(), ArtifactReader.read(folder().path(), APP), "0.9", PlainDialect.INSTANCE)
                .stream()
                .map(DiagnosticRenderer::render)
                .findFirst();
    }
}
