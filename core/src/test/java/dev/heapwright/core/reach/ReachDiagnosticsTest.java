package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import org.junit.jupiter.api.Test;

class ReachDiagnosticsTest {
    @Test
    void anAllocatorMustNotNeedOne() {
        assertEquals(
                """
                [Heapwright/AllocatorNeedsAllocator] circular dependency: allocator com.acme.Pool needs an allocator: the package com.acme is annotated @NeedsAllocator
                  help: remove @NeedsAllocator; move code that needs an allocator to another package,
                        and, if other projects use this allocator, to another module
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=AllocatorNeedsAllocator""", DiagnosticRenderer.render(AllocatorNeedsAllocator.of("com.acme.Pool", "the package com.acme")));
    }

    @Test
    void codeThatCannotBeFollowedIsNamed() {
        assertEquals("""
                [Heapwright/UnreadableArtifact] a class file that an allocator may use cannot be read: what is reached through it is unknown
                    it is for Java 99
                  help: have the artifact that it is in downloaded or rebuilt; for a newer Java, use a newer Heapwright
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""", DiagnosticRenderer.render(UnreadableClass.of("it is for Java 99")));
    }
}
