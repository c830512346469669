package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.diagnostic.DiagnosticId;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainMojoTest {
    private static final String ALL =
            "BoundTwice, BrokenPackage, DuplicateAllocator, HeapExhausted, InternalError, InvalidConfiguration,"
                    + " MarkerMismatch, MissingFunction, NativeUnavailable, NotAnAllocatorClass, NotBound,"
                    + " TwoAllocators, TwoBindings, UnreadableArtifact, WrongSignature";

    @ParameterizedTest
    @EnumSource
    void thePageOfEachDiagnosticIsPrinted(DiagnosticId id) throws Exception {
        String page = Files.readString(DiagnosticPagesTest.ROOT.resolve("docs/diagnostics/" + id + ".md"));
        assertEquals(List.of(page), explain(id.toString()));
    }

    @Test
    void theCaseOfLettersDoesNotMatter() throws Exception {
        assertEquals(explain("TwoAllocators"), explain("TwoAllocators".toLowerCase(Locale.ROOT)));
    }

    @Test
    void withoutAnIdAllAreListed() throws Exception {
        assertEquals(List.of("the diagnostics of Heapwright: " + ALL), explain(null));
    }

    @Test
    void forAnIdThatThereIsNotAllAreListed() {
        assertEquals(
                "there is no diagnostic 'TwoAlocators'; there are " + ALL,
                assertThrows(MojoFailureException.class, () -> explain("TwoAlocators"))
                        .getMessage());
    }

    /** {@return what is logged} */
    private static List<String> explain(@Nullable String id) throws Exception {
        List<String> logged = new ArrayList<>();
        ExplainMojo mojo = new ExplainMojo();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                logged.add(content.toString());
            }
        });
        // As Maven sets it.
        Field parameter = ExplainMojo.class.getDeclaredField("id");
        parameter.setAccessible(true);
        parameter.set(mojo, id);
        mojo.execute();
        return logged;
    }
}
