package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allocators and consumers in every form that Java allows, complete and incomplete. */
class UnusualSourcesTest {
    private static final String POOL =
            AllocatorSource.named("com.acme.Pool").withNatives().text();
    private static final String POOL_MARKER =
            "META-INF/heapwright/allocator/com.acme.Pool\ncontract=1\nname=com.acme.Pool\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a superclass    | final class Pool | final class Pool extends Undefined",
                "an interface    | final class Pool | final class Pool implements Undefined",
                "an annotation   | @dev             | @Undefined @dev",
                "a bound         | final class Pool { | final class Pool { static <T extends Undefined> void use(T t) {}",
                "a field         | final class Pool { | final class Pool { static Undefined field;",
                "a body          | final class Pool { | final class Pool { static long l = Undefined.l();",
                "an initialiser  | final class Pool { | final class Pool { static { new Undefined(); }",
            })
    void ofATypeThatDoesNotExistTheCompilerAloneSpeaks(String where, String found, String replacement) {
        String source = POOL.replace(found, replacement);
        Compilation compilation = Compilation.of(source);
        assertEquals("", compilation.ownMessages());
        assertEquals(1, compilation.diagnostics().size(), compilation::messages);
    }

    @Test
    void aMissingImportOfTheAnnotationIsLeftToTheCompiler() {
        Compilation compilation = Compilation.of(POOL.replace("@dev.heapwright.annotations.", "@"));
        assertEquals("", compilation.ownMessages());
        assertEquals(1, compilation.diagnostics().size());
        assertEquals(List.of(), compilation.markers());
    }

    @Test
    void anAllocatorMayBeSealed() {
        Compilation.assertAccepted(
                List.of(POOL_MARKER),
                POOL.replace("final class Pool {", "sealed class Pool permits Pool.Debugging {")
                        .replaceFirst("}\n$", "    public static final class Debugging extends Pool {}\n}\n"));
    }

    @Test
    void anAllocatorMayUseRecordsSealedTypesEnumsAndEachOther() {
        Compilation.assertAccepted(List.of(POOL_MARKER), POOL.replaceFirst("}\n$", """
                    sealed interface Node permits Leaf, Branch {}
                    record Leaf(long address) implements Node {}
                    record Branch(Node left, Node right) implements Node {}
                    enum State {
                        FREE { @Override Node node() { return new Leaf(0); } };
                        abstract Node node();
                    }
                    static <N extends Node & Comparable<N>> State use(N node, State... states) {
                        return switch (states.length) {
                            case 0 -> State.valueOf("FREE");
                            default -> states[0];
                        };
                    }
                }
                """));
    }

    @Test
    void aSealedInterfaceOrARecordMayNeedAnAllocator() {
        Compilation.assertAccepted(
                List.of(
                        "META-INF/heapwright/needs-allocator/com.acme.Größe\ncontract=1\n",
                        "META-INF/heapwright/needs-allocator/com.acme.Größe$為\ncontract=1\n"),
                """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                sealed interface Größe {
                    @dev.heapwright.annotations.NeedsAllocator
                    record 為(long adresse) implements Größe {}
                }
                """);
    }

    @Test
    void anAllocatorMayBeInANamedModule() {
        Compilation compilation = Compilation.of(
                List.of(
                        "-Xlint:all,-processing,-exports,-missing-explicit-ctor",
                        "-Werror",
                        "--module-path",
                        Compilation.ANNOTATIONS.toString()),
                List.of(new HeapwrightProcessor()),
                POOL,
                """
                module com.acme {
                    requires static dev.heapwright.annotations;
                    exports com.acme;
                }
                """);
        assertEquals("", compilation.messages());
        assertEquals(List.of(POOL_MARKER), compilation.markers());
    }

    @Test
    void anAllocatorIsCheckedAndMarkedWithoutBeingCompiled() {
        Compilation right = Compilation.of(List.of("-proc:only"), List.of(new HeapwrightProcessor()), POOL);
        assertEquals("", right.messages());
        assertEquals(
                Set.of("META-INF/heapwright/allocator/com.acme.Pool"),
                right.result().written().keySet());
        Compilation wrong = Compilation.of(
                List.of("-proc:only"),
                List.of(new HeapwrightProcessor()),
                POOL.replace("usableSize(long", "usableSize(int"));
        assertEquals("""
                Pool.java:9:42: error: [Heapwright/WrongSignature] com.acme.Pool.usableSize: parameter size is int, must be long
                      - public static native long usableSize(int size, long align)
                      + public static native long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, wrong.messages());
    }
}
