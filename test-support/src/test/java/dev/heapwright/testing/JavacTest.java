package dev.heapwright.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavacTest {
    private static final Javac JAVAC = Javac.withClassPath().withOptions(Javac.JAVA_BASE);
    private static final String POOL = """
            package com.acme;

            public class Pool {
                public static class Block {}
            }
            """;

    @Test
    void compiledClassesCanBeReadLoadedAndSaved(@TempDir Path folder) throws Exception {
        JavacResult result =
                JAVAC.compile(POOL, "@Deprecated package com.acme;\n").quiet();
        assertEquals(
                Set.of("com.acme.Pool", "com.acme.Pool$Block", "com.acme.package-info"),
                Set.copyOf(result.classes().keySet()));
        assertEquals(
                "com.acme.Pool",
                result.load("com.acme.Pool$Block").getEnclosingClass().getName());
        result.save(folder.resolve("classes"));
        assertArrayEquals(
                Objects.requireNonNull(result.classes().get("com.acme.Pool")),
                Files.readAllBytes(folder.resolve("classes/com/acme/Pool.class")));
    }

    @Test
    void onlyClassesOnTheClassPathAndTheModulePathAreFound(@TempDir Path folder) {
        String use = "package com.acme.app;\nclass Use { com.acme.Pool pool; }\n";
        assertFalse(JAVAC.compile(use).succeeded());
        JAVAC.compile(POOL, "module com.acme { exports com.acme; }\n").quiet().save(folder);
        Javac.withClassPath(folder).compile(use).quiet();
        Javac.withClassPath()
                .withModulePath(List.of(folder))
                .compile(use, "module com.acme.app { requires com.acme; }\n")
                .quiet();
        // It is on the tests' own class path.
        assertFalse(JAVAC.compile("class Use { dev.heapwright.testing.Javac javac; }\n")
                .succeeded());
        Javac.withClassPath(Javac.locationOf(Javac.class))
                .compile("class Use { dev.heapwright.testing.Javac javac; }\n")
                .quiet();
    }

    @Test
    void diagnosticsHaveTheirPositions() {
        JavacResult result = JAVAC.compile("package com.acme;\n\nclass Größe {\n    Nowhere nowhere;\n}\n");
        assertEquals(
                "Größe.java:4:5: error: cannot find symbol",
                result.messages().lines().findFirst().orElse(""));
        IllegalArgumentException said = assertThrows(IllegalArgumentException.class, result::quiet);
        assertEquals(result.messages(), said.getMessage());
        assertThrows(IllegalArgumentException.class, () -> result.load("com.acme.Größe"));
    }

    @Test
    void processorsAreCalledAndCanPrintMessages() {
        JavacResult result = JAVAC.withProcessors(List.of(new Speaking())).compile(POOL);
        assertEquals("Pool.java:3:8: warning: seen\n", result.messages());
    }

    @SupportedAnnotationTypes("*")
    private static final class Speaking extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements()
                    .forEach(each -> processingEnv.getMessager().printMessage(Diagnostic.Kind.WARNING, "seen", each));
            return false;
        }
    }

    @Test
    void aResourceIsFoundInItsFolderAndInItsJar() {
        assertEquals(Javac.locationOf(JavacTest.class), Javac.locationOf("dev/heapwright/testing/JavacTest.class"));
        assertEquals(Javac.locationOf(Test.class), Javac.locationOf("org/junit/jupiter/api/Test.class"));
    }
}
