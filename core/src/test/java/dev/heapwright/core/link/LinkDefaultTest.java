package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.coordinates;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withNeeder;
import static dev.heapwright.core.link.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.diagnostic.DiagnosticRenderer;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Closures.Placed;
import dev.heapwright.core.link.Decision.Link;
import dev.heapwright.core.link.Decision.LinkDefault;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkDefaultTest {
    private static final Coordinates POOL = coordinates("pool:1");

    private final Placed pool = withAllocator(artifact("pool:1"), "Pool");

    @ParameterizedTest
    @CsvSource({
        "application, 25, heapwright-jemalloc, default for an application",
        "application, 22, heapwright-jemalloc, default for an application",
        "application, 21, heapwright-system, 'default for an application for Java 21, as jemalloc needs Java 22'",
        "application, 17, heapwright-system, 'default for an application for Java 17, as jemalloc needs Java 22'",
        "hosted, 25, heapwright-system, default for a hosted artifact",
        "bundle, 17, heapwright-system, default for a bundle",
    })
    void eachKindHasItsDefaultIfItsTargetHasIt(String kind, int release, String artifact, String reason) {
        Linker linker = linker(kind, release);
        assertEquals(
                new LinkDefault(new Coordinates("dev.heapwright", artifact, "0.9"), reason),
                linker.decide(closure(APP, HEAP)));
    }

    @ParameterizedTest
    @CsvSource({
        "mimalloc, 25, dev.heapwright:heapwright-mimalloc:0.9, configured default for an application",
        "' system ', 25, dev.heapwright:heapwright-system:0.9, configured default for an application",
        "com.acme:pool:1, 17, com.acme:pool:1, configured default for an application",
        "mimalloc, 21, dev.heapwright:heapwright-system:0.9, "
                + "'default for an application for Java 21, as mimalloc needs Java 22'",
    })
    void theDefaultCanBeConfigured(String configured, int release, String artifact, String reason) {
        LinkDefault chosen =
                (LinkDefault) linker("application", release, configured).decide(closure(APP, HEAP));
        assertEquals(artifact, chosen.artifact().toString());
        assertEquals(reason, chosen.reason());
    }

    @Test
    void theMoreSpecificConfigurationIsWhatCounts() throws Exception {
        assertEquals(new DefaultAllocator.None(), configured(Kind.HOSTED, "none", "mimalloc"));
        assertEquals(
                new DefaultAllocator.Shipped(ShippedAllocator.MIMALLOC, true),
                configured(Kind.HOSTED, "default", "mimalloc"));
        assertEquals(DefaultAllocator.builtIn(Kind.HOSTED), configured(Kind.HOSTED, null, " ", "default"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"malloc", "Jemalloc", "com.acme:pool", "com.acme:pool:1:x", "com.acme:..:1", "a b:c:1", ":"})
    void whatIsNoAllocatorCannotBeConfigured(String text) {
        RefusedException refused = assertThrows(RefusedException.class, () -> configured(Kind.APPLICATION, text));
        assertEquals(
                """
                [Heapwright/InvalidConfiguration] there is no allocator '%s'
                  help: name default, none, system, jemalloc, mimalloc or groupId:artifactId:version
                  more: mvn heapwright:explain -Did=InvalidConfiguration""".formatted(text),
                DiagnosticRenderer.render(refused.diagnostics().get(0)));
    }

    @Test
    void withTheDefaultTurnedOffWhatIsNeededIsMissed() {
        Placed io = withNeeder(artifact("io:2"), "com.acme.io");
        assertRefused("""
                [Heapwright/NoAllocator] com.acme:app needs an allocator and is linked to none: the default is turned off
                    dev.heapwright.heap  needs one, via com.acme:app -> com.acme:heap:1
                    com.acme.io  needs one, via com.acme:app -> com.acme:io:2
                  help: depend on an allocator, such as
                        <dependency><groupId>dev.heapwright</groupId><artifactId>heapwright-system</artifactId><version>0.9</version></dependency>
                        or leave the default on: remove <allocator>none</allocator> or -Dheapwright.allocator=none
                  more: mvn heapwright:explain -Did=NoAllocator""", linker("application", 25, "none").decide(closure(APP, HEAP, io)));
    }

    @Test
    void whereNothingIsNeededNothingIsMissed() {
        assertEquals(
                new Decision.NothingToLink("nothing here needs an allocator"),
                linker("application", 25, "none").decide(closure(APP)));
    }

    @Test
    void aDefaultIsLinkedWithItsReason() {
        Link linked = new Link(allocator("Pool"), POOL, "default for an application");
        assertEquals(linked, linkDefault(25, closure(APP, HEAP, pool)));
        assertEquals("com.acme.Pool 1 (default for an application)", linked.text());
    }

    @Test
    void theReasonOfADefaultCanBeRecorded() {
        LinkDefault chosen =
                (LinkDefault) linkDefault(17, closure(APP, HEAP, withAllocator(artifact("pool:1"), "Pool", 25)));
        ClassName type = allocator("Pool");
        assertEquals(chosen.reason(), new Marker.OfBinding(type, POOL, chosen.reason(), type).reason());
    }

    @Test
    void aConfiguredDefaultThatTheTargetLacksIsReplacedByTheSystems() {
        assertEquals(
                new LinkDefault(
                        new Coordinates("dev.heapwright", "heapwright-system", "0.9"),
                        "default for an application for Java 17, as com.acme:pool:1 needs Java 25"),
                linkDefault(17, closure(APP, HEAP, withAllocator(artifact("pool:1"), "Pool", 25))));
    }

    @Test
    void aDefaultWithoutAnAllocatorIsRefused() {
        assertRefused("""
                [Heapwright/NotAnAllocator] the default allocator of com.acme:app is no allocator: com.acme:pool:1 has no @Allocator class
                  help: configure an artifact with an @Allocator class that was built with heapwright-processor,
                        or one of system, jemalloc, mimalloc
                  more: mvn heapwright:explain -Did=NotAnAllocator""", linkDefault(25, closure(APP, HEAP, artifact("pool:1"))));
    }

    @Test
    void aDefaultThatNeedsAnAllocatorItselfIsRefused() {
        assertRefused(
                """
                [Heapwright/CircularDependency] allocator com.acme.Pool needs an allocator itself: com.acme:heap:1 does
                    com.acme:pool:1 -> com.acme:heap:1 -> com.acme:pool:1   (dev.heapwright.heap needs an allocator)
                    via com.acme:app -> com.acme:pool:1
                  help: link another allocator; whoever builds com.acme:pool has to free it of that dependency
                  more: mvn heapwright:explain -Did=CircularDependency""", linkDefault(25, closure(APP, pool, withNeeder(artifact("pool:1 heap:1"), "dev.heapwright.heap"))));
    }

    @Test
    void aDefaultThatBringsAnotherAllocatorIsRefused() {
        Decision decision = linkDefault(25, closure(APP, HEAP, pool, withAllocator(artifact("pool:1 slab:1"), "Slab")));
        assertEquals(
                "com.acme:app links 2 allocators, an application links exactly 1",
                ((Decision.Refuse) decision).problems().get(0).headline());
    }

    @Test
    void aDefaultHasToBeAmongTheDependencies() {
        assertEquals(
                "com.acme:pool:1 is not in the closure",
                assertThrows(IllegalArgumentException.class, () -> linkDefault(25, closure(APP, HEAP)))
                        .getMessage());
    }

    private static Decision linkDefault(int release, Closure closure) {
        return linker("application", release).linkDefault(closure, new LinkDefault(POOL, "default for an application"));
    }

    private static Linker linker(String kindName, int release, @Nullable String... configured) {
        Kind kind = Kind.of(kindName).orElseThrow();
        try {
            return new Linker(new Product(kind, release), configured(kind, configured), "0.9");
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static DefaultAllocator configured(Kind kind, @Nullable String... configured) throws RefusedException {
        return DefaultAllocator.configured(kind, Arrays.asList(configured));
    }
}
