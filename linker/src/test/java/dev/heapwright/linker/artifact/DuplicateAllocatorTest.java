package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicateAllocatorTest {
    private static final ClassName SLABS = ClassName.topLevel("com.acme.Slabs");
    private static final ClassName NESTED = new ClassName("com.acme.Pools$Pool", "com.acme.Pools.Pool");

    @Test
    void oneAllocatorOrNoneIsRight() {
        assertEquals(Optional.empty(), DuplicateAllocator.problem(module()));
        assertEquals(Optional.empty(), DuplicateAllocator.problem(module(NESTED)));
    }

    @Test
    void twoAllocatorsInOneModuleAreOneTooMany() {
        assertEquals(
                Optional.of("""
                        [Heapwright/DuplicateAllocator] module com.acme:app has 2 @Allocator classes; only one is allowed
                            com.acme.Pools$Pool
                            com.acme.Slabs
                          help: keep @Allocator on one of them, and move the others to separate modules
                          more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DuplicateAllocator"""),
                DuplicateAllocator.problem(module(SLABS, NESTED)).map(DiagnosticRenderer::render));
    }

    private static Artifact module(ClassName... allocators) {
        Coordinates app = new Coordinates("com.acme", "app", "3.0");
        return Artifact.of(app)
                .withAllocators(Stream.of(allocators)
                        .map(type -> new AllocatorClass(type, 17))
                        .toList());
    }
}
