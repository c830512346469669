package dev.heapwright.linker.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Location;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotProvidedTest {
    private static final ClassName GLUE = ClassName.topLevel("com.acme.app.heapwright.HeapwrightBinding");
    private static final Optional<String> JEMALLOC = Optional.of("dev.heapwright.jemalloc");
    private static final Map<String, Set<String>> PROVIDED =
            Map.of("dev.heapwright.heap.Binding", Set.of("com.acme.app.heapwright.HeapwrightBinding"));

    @Test
    void forAModuleThatDeclaresNothingAllLinesAreSuggested() {
        assertEquals("""
                [Heapwright/NotProvided] module com.acme.app does not provide its binding
                    at src/main/java/module-info.java:3:8
                    on the module path, service files are ignored: the module declaration must provide the binding
                  help: add to its module-info.java:
                            requires dev.heapwright.heap;
                            requires dev.heapwright.jemalloc;
                            provides dev.heapwright.heap.Binding with com.acme.app.heapwright.HeapwrightBinding;
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotProvided""", problem(module(Set.of("java.sql"), Map.of()), JEMALLOC));
    }

    @Test
    void onlyMissingLinesAreSuggested() {
        assertEquals("""
                [Heapwright/NotProvided] module com.acme.app does not provide its binding
                    at src/main/java/module-info.java:3:8
                    on the module path, service files are ignored: the module declaration must provide the binding
                  help: add to its module-info.java:
                            requires dev.heapwright.jemalloc;
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotProvided""", problem(module(Set.of("dev.heapwright.heap"), PROVIDED), JEMALLOC));
    }

    @Test
    void anotherProviderHasToBeReplaced() {
        Map<String, Set<String>> old = Map.of("dev.heapwright.heap.Binding", Set.of("com.acme.OldBinding"));
        assertEquals("""
                [Heapwright/NotProvided] module com.acme.app does not provide its binding
                    at src/main/java/module-info.java:3:8
                    on the module path, service files are ignored: the module declaration must provide the binding
                    it provides dev.heapwright.heap.Binding with com.acme.OldBinding
                  help: add to its module-info.java, replacing what provides dev.heapwright.heap.Binding now:
                            provides dev.heapwright.heap.Binding with com.acme.app.heapwright.HeapwrightBinding;
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotProvided""", problem(module(Set.of("dev.heapwright.heap"), old), Optional.empty()));
    }

    @Test
    void aModuleThatDeclaresEverythingIsAccepted() {
        assertEquals("", problem(module(Set.of("dev.heapwright.heap", "dev.heapwright.jemalloc"), PROVIDED), JEMALLOC));
    }

    @Test
    void anAllocatorOfItsOwnOrWithoutAModuleIsNotRequired() {
        assertEquals("", problem(module(Set.of("dev.heapwright.heap"), PROVIDED), Optional.of("com.acme.app")));
        assertEquals("", problem(module(Set.of("dev.heapwright.heap"), PROVIDED), Optional.empty()));
    }

    @Test
    void modulesReadTransitivelyNeedNotBeRequired() {
        List<ModuleDescriptor> dependencies = List.of(
                ModuleDescriptor.newModule("com.acme.base")
                        .requires(Set.of(Modifier.TRANSITIVE), "com.acme.index")
                        .requires("dev.heapwright.jemalloc")
                        .build(),
                ModuleDescriptor.newModule("com.acme.index")
                        .requires(Set.of(Modifier.TRANSITIVE), "dev.heapwright.heap")
                        // Two modules that require each other do not compile, but may be on the module path
                        // nevertheless.
                        .requires(Set.of(Modifier.TRANSITIVE), "com.acme.base")
                        .build(),
                ModuleDescriptor.newModule("com.acme.unread")
                        .requires(Set.of(Modifier.TRANSITIVE), "dev.heapwright.jemalloc")
                        .build());

        assertEquals("""
                [Heapwright/NotProvided] module com.acme.app does not provide its binding
                    at src/main/java/module-info.java:3:8
                    on the module path, service files are ignored: the module declaration must provide the binding
                  help: add to its module-info.java:
                            requires dev.heapwright.jemalloc;
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotProvided""", problem(module(Set.of("com.acme.base"), PROVIDED).reading(dependencies), JEMALLOC));
    }

    private static JavaModule module(Set<String> requires, Map<String, Set<String>> provides) {
        return new JavaModule(
                "com.acme.app", requires, provides, new Location.Source("src/main/java/module-info.java", 3, 8));
    }

    private static String problem(JavaModule module, Optional<String> allocator) {
        return NotProvided.problem(module, GLUE, allocator)
                .map(DiagnosticRenderer::render)
                .orElse("");
    }
}
