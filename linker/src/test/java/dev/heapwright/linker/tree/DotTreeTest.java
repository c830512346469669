package dev.heapwright.linker.tree;

import static dev.heapwright.linker.tree.LinkedModules.TO_POOL;
import static dev.heapwright.linker.tree.LinkedModules.example;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotTreeTest {
    @Test
    void everyDependencyIsAnEdge() {
        assertEquals("""
                digraph "com.acme:app:1.0" {
                  label="com.acme:app:1.0 is an application (configured), compiled for Java 17\\nbound to com.acme.Pool 1.2 (linked explicitly)";
                  labelloc=t;
                  node [shape=box];
                  "com.acme:app:1.0" [label="com.acme:app:1.0\\nbound to: com.acme.Pool", peripheries=2];
                  "com.acme:heap:0.9" [label="com.acme:heap:0.9\\nneeds an allocator: dev.heapwright.heap", style=filled, fillcolor=lightyellow];
                  "com.acme:io:2.1" [label="com.acme:io:2.1\\nneeds an allocator: com.acme.io", style=filled, fillcolor=lightyellow];
                  "com.acme:pool:1.2" [label="com.acme:pool:1.2\\nallocator: com.acme.Pool", style=filled, fillcolor=palegreen];
                  "com.acme:util:1.0" [label="com.acme:util:1.0"];
                  "com.acme:app:1.0" -> "com.acme:heap:0.9";
                  "com.acme:app:1.0" -> "com.acme:io:2.1";
                  "com.acme:heap:0.9" -> "com.acme:util:1.0";
                  "com.acme:io:2.1" -> "com.acme:pool:1.2";
                  "com.acme:io:2.1" -> "com.acme:util:1.0";
                }
                """, DotTree.render(example().linked(TO_POOL)));
    }

    @Test
    void charactersThatEndAStringOrALineAreEscaped() {
        Decision refused = new Decision.Refuse(
                List.of(Diagnostic.error(DiagnosticId.MARKER_MISMATCH, "a marker says \"; \\ and\nmore")));
        assertEquals("""
                digraph "com.acme:app:1.0" {
                  label="com.acme:app:1.0 is an application (configured), compiled for Java 17\\nrefused, not bound\\n\
                [Heapwright/MarkerMismatch] a marker says \\"; \\\\ and?more";
                  labelloc=t;
                  node [shape=box];
                  "com.acme:app:1.0" [label="com.acme:app:1.0"];
                }
                """, DotTree.render(new LinkedModules().linked(refused)));
    }
}
