package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Tries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/**
 * Whatever is in the class files on the class path: the path beside them is found, and the processor has no internal
 * error.
 */
class ClassFilesFuzzTest {
    private static final List<String> OPTIONS = List.of("--limit-modules", "java.base");

    private static final int DAMAGED = 60;

    private static final MangledLibrary LIBRARY = new MangledLibrary();

    /** As long as the sources do not refer to them, javac does not read them. */
    @Test
    void damagedClassFilesReferencedByClassFilesAreIgnored() {
        for (int seed = 0; seed < Tries.of(200); seed++) {
            Compilation compilation = Compilation.of(
                    new LibraryFileManager(LIBRARY.withAllMangled(new Random(seed))),
                    OPTIONS,
                    List.of(new HeapwrightProcessor()),
                    slab(""));
            assertEquals("""
                    Slab.java:5:29: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.Slab uses lib.Consumer, which needs an allocator
                          com.acme.Slab (static initialiser)
                          -> lib.Entry.use()
                          -> lib.Way.go(long)
                          -> lib.Farther.go(long)
                          -> lib.Consumer.take(long) (needs an allocator)
                          -> com.acme.Slab
                        help: an allocator may only use code that needs no allocator; get memory from
                              dev.heapwright.memory.CHeap instead, or remove the call
                        more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
                    """, compilation.ownMessages(), "library " + seed);
            Verdicts.of("library " + seed, compilation);
        }
    }

    /**
     * Javac reads what the sources refer to, and reports it as damaged, or crashes: that is not the processor's
     * concern.
     */
    @Test
    void damagedClassFilesReferencedBySourcesAreLeftToTheCompiler() {
        int read = 0;
        int circular = 0;
        for (int seed = 0; seed < Tries.of(DAMAGED); seed++) {
            Map<String, byte[]> library = LIBRARY.withOneMangled(new Random(seed));
            Processor idle = new Generating("Generated", "package com.acme; class Generated {}");
            if (compile(library, idle).isPresent()) {
                Compilation compilation =
                        compile(library, new HeapwrightProcessor()).orElseThrow();
                read++;
                circular +=
                        Verdicts.of("library " + seed, compilation).contains(DiagnosticId.CIRCULAR_DEPENDENCY) ? 1 : 0;
            }
        }
        // If only some of the cases are tried, the proportions are arbitrary.
        assertTrue(
                Tries.of(DAMAGED) < DAMAGED || (read > 40 && circular > 20),
                read + " times javac did not fail, " + circular + " times all was read");
    }

    /** {@return the ids reported, or nothing if javac crashed} */
    private static Optional<Compilation> compile(Map<String, byte[]> library, Processor processor) {
        String mentions = "lib.M7.class, new lib.M0(1), lib.M1.Inner.ONE, lib.M2.class, new lib.M3<>(), lib.M5.ONE";
        try {
            return Optional.of(
                    Compilation.of(new LibraryFileManager(library), OPTIONS, List.of(processor), slab(mentions)));
        } catch (RuntimeException | AssertionError e) {
            return Optional.empty();
        }
    }

    private static String slab(String mentions) {
        return AllocatorSource.named("com.acme.Slab")
                .withNatives()
                .withFirst("static { try { lib.Entry.use(); Object[] all = {%s}; } catch (Exception e) {} }"
                        .formatted(mentions))
                .text();
    }
}
