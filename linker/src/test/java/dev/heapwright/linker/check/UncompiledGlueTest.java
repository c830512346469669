package dev.heapwright.linker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.DetectedKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncompiledGlueTest {
    private static final String GLUE = "com/acme/app/heapwright/HeapwrightBinding";
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final Decision LINK =
            new Decision.Link(ClassName.topLevel("com.acme.Pool"), POOL, "linked explicitly");

    @TempDir
    private Path build;

    private BuildModule module;

    @BeforeEach
    void anEmptyModule() {
        module = module(build);
    }

    @Test
    void aSourceWithoutAClassIsReportedAtTheSource() throws Exception {
        Path source = write(module.folders().glueSources().resolve(GLUE + ".java"));
        assertEquals(Optional.of("""
                [Heapwright/UncompiledGlue] the glue of com.acme:app was generated, but not compiled
                    at %s
                  help: bind must run before the compiler does, and the compiler's includes and excludes must let
                        this file through: com/acme/app/heapwright/HeapwrightBinding.java
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UncompiledGlue""".formatted(source)), text(UncompiledGlue.ofSource(module, PlainDialect.INSTANCE)));
        write(module.classes().resolve(GLUE + ".class"));
        assertEquals(Optional.empty(), UncompiledGlue.ofSource(module, PlainDialect.INSTANCE));
    }

    @Test
    void whereThereIsNeitherBindHasNotRun() throws Exception {
        assertEquals(Optional.empty(), UncompiledGlue.ofSource(module, PlainDialect.INSTANCE));
        assertEquals(Optional.of("""
                [Heapwright/UncompiledGlue] com.acme:app must be bound to com.acme.Pool, but no glue was generated
                  help: run bind before the sources are compiled; on the command line: heapwright-cli bind
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UncompiledGlue"""), text(UncompiledGlue.ofDecision(module, LINK, PlainDialect.INSTANCE)));
        write(module.classes().resolve(GLUE + ".class"));
        assertEquals(Optional.empty(), UncompiledGlue.ofDecision(module, LINK, PlainDialect.INSTANCE));
    }

    @Test
    void aModuleThatIsNotBoundNeedsNone() {
        assertEquals(
                Optional.empty(),
                UncompiledGlue.ofDecision(module, new Decision.NothingToLink("nothing here"), PlainDialect.INSTANCE));
    }

    private static BuildModule module(Path build) {
        return new BuildModule(
                new Coordinates("com.acme", "app", "3.0"),
                new DetectedKind(Kind.APPLICATION, "configured"),
                25,
                List.of(),
                StandardCharsets.UTF_8,
                build.resolve("classes"),
                BuildModule.Folders.in(build),
                Set.of());
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[0]);
    }

    private static Optional<String> text(Optional<Diagnostic> diagnostic) {
        return diagnostic.map(DiagnosticRenderer::render);
    }
}
