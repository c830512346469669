package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.allocator;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.coordinates;
import static dev.heapwright.core.link.Closures.shipped;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withAvailable;
import static dev.heapwright.core.link.Closures.withBinding;
import static dev.heapwright.core.link.Closures.withChoice;
import static dev.heapwright.core.link.Closures.withConsumer;
import static dev.heapwright.core.link.Refused.assertRefused;
import static dev.heapwright.core.link.ShippedAllocator.JEMALLOC;
import static dev.heapwright.core.link.ShippedAllocator.MIMALLOC;
import static dev.heapwright.core.link.ShippedAllocator.SYSTEM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Closures.Placed;
import dev.heapwright.core.link.Decision.Link;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the shipped allocators is linked: by default, as configured, or by a choice. */
class DefaultAllocatorTest {
    private static final Placed ALONG = shipped("heap:1 along:7");
    private static final Coordinates HOLDER = coordinates("along:7");

    @ParameterizedTest
    @CsvSource({
        "application, 25, JEMALLOC, default for an application",
        "application, 22, JEMALLOC, default for an application",
        "application, 21, SYSTEM, 'default for an application for Java 21, as jemalloc needs Java 22'",
        "application, 17, SYSTEM, 'default for an application for Java 17, as jemalloc needs Java 22'",
        "hosted, 25, SYSTEM, default for a hosted artifact",
        "bundle, 17, SYSTEM, default for a bundle",
    })
    void eachKindHasItsDefaultIfItsTargetHasIt(String kind, int release, ShippedAllocator allocator, String reason) {
        assertEquals(
                new Link(allocator.type(), HOLDER, reason),
                linker(kind, release).decide(closure(APP, HEAP, ALONG)));
    }

    @ParameterizedTest
    @CsvSource({"mimalloc, 25, MIMALLOC", "' system ', 17, SYSTEM", "jemalloc, 22, JEMALLOC"})
    void theDefaultCanBeConfigured(String configured, int release, ShippedAllocator allocator) {
        assertEquals(
                new Link(allocator.type(), HOLDER, "configured default for an application"),
                linker("application", release, configured).decide(closure(APP, HEAP, ALONG)));
    }

    @Test
    void theMoreSpecificConfigurationWins() throws Exception {
        assertEquals(new DefaultAllocator.None(), configured(Kind.HOSTED, "none", "mimalloc"));
        assertEquals(new DefaultAllocator.Shipped(MIMALLOC, true), configured(Kind.HOSTED, "default", "mimalloc"));
        assertEquals(DefaultAllocator.builtIn(Kind.HOSTED), configured(Kind.HOSTED, null, " ", "default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "com.acme:pool", "com.acme:pool:1:x", "com.acme:..:1", "a b:c:1", ":"})
    void whatIsNoAllocatorCannotBeConfigured(String text) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] unknown allocator '%s'
                  help: set it to default, none, system, jemalloc or mimalloc
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(text), refusal(text));
    }

    @ParameterizedTest
    @CsvSource({"malloc, jemalloc", "Jemalloc, jemalloc", "mimaloc, mimalloc", "sytem, system"})
    void theNearestAllocatorIsOffered(String text, String nearest) {
        assertEquals("""
                [Heapwright/InvalidConfiguration] unknown allocator '%s'; did you mean %s?
                  help: set it to default, none, system, jemalloc or mimalloc
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(text, nearest), refusal(text));
    }

    @Test
    void aCustomAllocatorIsADependencyAndCannotBeConfigured() {
        assertEquals("""
                [Heapwright/InvalidConfiguration] unknown allocator 'com.acme:pool:1'
                  help: to link your own allocator, leave this parameter out, and depend on it:
                        com.acme:pool:1
                        the parameter only accepts default, none, system, jemalloc or mimalloc
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""", refusal("com.acme:pool:1"));
    }

    @Test
    void aConfiguredAllocatorThatTheTargetLacksIsRefused() {
        assertRefused("""
                [Heapwright/UnavailableForTarget] com.acme:app is compiled for Java 21, but its allocator dev.heapwright.mimalloc.MimallocAllocator needs Java 22
                    dev.heapwright.mimalloc.MimallocAllocator  via com.acme:app -> com.acme:heap:1 -> com.acme:along:7
                  help: compile for that Java, with --release 22,
                        or configure another allocator, or none: by default it is the system's there
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnavailableForTarget""", linker("application", 21, "mimalloc").decide(closure(APP, HEAP, ALONG)));
    }

    @Test
    void withTheDefaultDisabledANeededAllocatorIsMissing() {
        Placed io = withConsumer(artifact("io:2"), "com.acme.io");
        assertRefused("""
                [Heapwright/NoAllocator] com.acme:app needs an allocator but is linked to none: the default is turned off
                    dev.heapwright.heap  needs one, via com.acme:app -> com.acme:heap:1
                    com.acme.io  needs one, via com.acme:app -> com.acme:io:2
                  help: depend on an allocator, such as
                        dev.heapwright:heapwright-system:0.9
                        or leave the default on: remove --allocator none
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NoAllocator""", linker("application", 25, "none").decide(closure(APP, HEAP, ALONG, io)));
    }

    @Test
    void withTheShippedAllocatorsExcludedThereIsNoDefault() {
        assertRefused("""
                [Heapwright/NoAllocator] com.acme:app needs an allocator but is linked to none: the default, jemalloc, is not on its runtime class path
                    dev.heapwright.heap  needs one, via com.acme:app -> com.acme:heap:1
                  help: depend on an allocator, or have those that come along with the heap: do not exclude
                        dev.heapwright:heapwright-allocators, or depend on it:
                        dev.heapwright:heapwright-allocators:0.9
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NoAllocator""", linker("application", 25).decide(closure(APP, HEAP)));
    }

    @Test
    void theFallbackOfTheBuiltInDefaultHasToBePresentToo() {
        Placed jemalloc = withAvailable(artifact("along:7"), JEMALLOC.type(), 22);
        Decision.Refuse refused = (Decision.Refuse) linker("application", 17).decide(closure(APP, HEAP, jemalloc));
        assertEquals(
                "com.acme:app needs an allocator but is linked to none: "
                        + "the default, system, is not on its runtime class path",
                refused.problems().get(0).headline());
    }

    @Test
    void ifNothingNeedsAnAllocatorNoneIsMissing() {
        assertEquals(
                new Decision.NothingToLink("nothing here needs an allocator"),
                linker("application", 25, "none").decide(closure(APP)));
    }

    @Test
    void aChoiceIsLinkedExplicitlyAndDoesNotConflictWithWhatItSelects() {
        Placed choice = withChoice(artifact("io:2 mi:7"), MIMALLOC.type(), "com.acme:along");
        assertEquals(
                new Link(MIMALLOC.type(), HOLDER, "linked explicitly"),
                linker("application", 25).decide(closure(APP, HEAP, artifact("io:2"), choice, ALONG)));
    }

    @Test
    void aMergedArtifactContainsTheAllocatorThatItSelects() {
        Placed merged = withChoice(shipped("fat:2"), MIMALLOC.type(), "com.acme:along");
        assertEquals(
                new Link(MIMALLOC.type(), coordinates("fat:2"), "linked explicitly"),
                linker("application", 25).decide(closure(APP, HEAP, merged)));
    }

    @Test
    void aChoiceConflictsWithAnotherAllocatorLikeAnyOther() {
        Placed choice = withChoice(artifact("mi:7"), MIMALLOC.type(), "com.acme:along");
        Decision.Refuse refused = (Decision.Refuse) linker("application", 25)
                .decide(closure(APP, HEAP, ALONG, choice, withAllocator(artifact("pool:1"), "Pool")));
        assertEquals(
                "com.acme:app would link 2 allocators; an application must link exactly one",
                refused.problems().get(0).headline());
    }

    @Test
    void choosingTheAllocatorThatADependencyIsBoundToIsNoConflict() {
        Placed bound = withBinding(withAvailable(artifact("bound:4"), allocator("Pool"), 17), "Pool");
        Placed choice = withChoice(artifact("choice:1"), allocator("Pool"), "com.acme:bound");
        assertEquals(
                new Decision.Adopt(Closures.binding("Pool"), coordinates("bound:4")),
                linker("application", 25).decide(closure(APP, HEAP, bound, choice)));
    }

    @Test
    void aChoiceOfAMissingAllocatorIsRefused() {
        assertRefused(
                """
                [Heapwright/NotAnAllocator] com.acme:mi:7 links an allocator that does not exist: dev.heapwright.mimalloc.MimallocAllocator
                    dev.heapwright.mimalloc.MimallocAllocator  chosen in com.acme:app -> com.acme:mi:7
                    expected in com.acme:along, which comes with the heap
                  help: have com.acme:along of the same version as com.acme:mi among the dependencies, and do not exclude it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocator""",
                linker("application", 25)
                        .decide(closure(APP, HEAP, withChoice(artifact("mi:7"), MIMALLOC.type(), "com.acme:along"))));
    }

    @Test
    void theReasonOfADefaultCanBeRecorded() {
        Link link = (Link) linker("application", 17).decide(closure(APP, HEAP, ALONG));
        ClassName type = SYSTEM.type();
        assertEquals(link.reason(), new Marker.OfBinding(type, HOLDER, link.reason(), type).reason());
        assertEquals(
                "dev.heapwright.system.SystemAllocator 7 "
                        + "(default for an application for Java 17, as jemalloc needs Java 22)",
                link.text());
    }

    private static String refusal(String configured) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> configured(Kind.APPLICATION, configured));
        return DiagnosticRenderer.render(refused.diagnostics().get(0));
    }

    private static Linker linker(String kindName, int release, @Nullable String... configured) {
        Kind kind = Kind.of(kindName).orElseThrow();
        try {
            return new Linker(
                    new LinkTarget(kind, release), configured(kind, configured), "0.9", PlainDialect.INSTANCE);
        } catch (DiagnosticException e) {
            throw new AssertionError(e);
        }
    }

    private static DefaultAllocator configured(Kind kind, @Nullable String... configured) throws DiagnosticException {
        return DefaultAllocator.configured(kind, Arrays.asList(configured), PlainDialect.INSTANCE);
    }
}
