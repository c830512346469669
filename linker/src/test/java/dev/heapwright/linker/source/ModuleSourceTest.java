package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.module.JavaModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSourceTest {
    @TempDir
    private Path folder;

    @Test
    void aDeclarationIsReadWithItsPlace() throws IOException {
        assertEquals(
                Optional.of(new JavaModule(
                        "com.acme.app",
                        Set.of("java.sql", "dev.heapwright.heap", "com.acme.base", "org.jspecify"),
                        Map.of(
                                "dev.heapwright.heap.Binding",
                                Set.of("com.acme.app.heapwright.HeapwrightBinding"),
                                "com.acme.Service",
                                Set.of("com.acme.A", "com.acme.B")),
                        new Location.Source(folder.resolve("module-info.java").toString(), 6, 13))),
                find("""
                        /**
                         * The application.
                         * @provides dev.heapwright.heap.Binding in its documentation only
                         */
                        @Deprecated
                        open module com.acme.app {
                            requires java.sql;
                            requires dev.heapwright.heap; // requires com.acme.comment;
                            requires transitive com.acme.base;
                            requires static transitive org.jspecify;
                            exports com.acme.api to com.acme.base;
                            uses com.acme.Service;
                            provides dev.heapwright.heap.Binding with com.acme.app.heapwright.HeapwrightBinding;
                            provides com.acme.Service with com.acme.A, com.acme.B;
                        }
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import dev.heapwright.heap.Binding;",
                "import dev.heapwright.heap.*;",
                "import java.util.*; import dev.heapwright.heap.*;",
                "import module dev.heapwright.heap;",
            })
    void namesMayBeImported(String imports) throws IOException {
        JavaModule module = find("""
                %s
                import com.acme.app.heapwright.HeapwrightBinding;
                module com.acme.app { provides Binding with HeapwrightBinding; }
                """.formatted(imports)).orElseThrow();

        assertEquals(
                Set.of("com.acme.app.heapwright.HeapwrightBinding"),
                module.provides().get("dev.heapwright.heap.Binding"));
    }

    @Test
    void anImportedTypeOfThatNameIsAnother() throws IOException {
        JavaModule module = find("""
                import com.acme.Binding;
                import dev.heapwright.heap.*;
                module com.acme.app { provides Binding with com.acme.AcmeBinding; }
                """).orElseThrow();

        assertEquals(Map.of("com.acme.Binding", Set.of("com.acme.AcmeBinding")), module.provides());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "module", "module com.acme {", "module com.acme { requires; }", "class Module {}"})
    void whatCannotBeReadIsLeftToTheCompiler(String text) throws IOException {
        assertEquals(Optional.empty(), find(text));
    }

    @Test
    void withoutADeclarationThereIsNone() throws IOException {
        new SourceTree(folder).with("com/acme/module-info.java", "module com.acme {}");
        assertEquals(
                Optional.empty(), ModuleSource.find(List.of(folder.resolve("absent"), folder), StandardCharsets.UTF_8));
    }

    @Test
    void itMayBeInAnyOfTheRoots() throws IOException {
        new SourceTree(folder.resolve("generated")).with("module-info.java", "module com.acme {}");
        assertEquals(
                Optional.of("com.acme"),
                ModuleSource.find(List.of(folder, folder.resolve("generated")), StandardCharsets.UTF_8)
                        .map(JavaModule::name));
    }

    private Optional<JavaModule> find(String text) throws IOException {
        new SourceTree(folder).with("module-info.java", text);
        return ModuleSource.find(List.of(folder), StandardCharsets.UTF_8);
    }
}
