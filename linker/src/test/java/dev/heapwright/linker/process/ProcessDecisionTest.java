package dev.heapwright.linker.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessDecisionTest {
    private static final Decision JEMALLOC = boundTo(ShippedAllocator.JEMALLOC.type());
    private static final Decision MIMALLOC = boundTo(ShippedAllocator.MIMALLOC.type());
    private static final Decision SYSTEM = boundTo(ShippedAllocator.SYSTEM.type());
    private static final Decision OWN = boundTo(ClassName.topLevel("com.acme.Pool"));
    private static final Decision UNBOUND = new Decision.NothingToLink("nothing needs an allocator");

    @Test
    void theProcessHasTheHeapsAllocator() throws DiagnosticException {
        assertEquals(linked(ProcessAllocator.JEMALLOC, "the heap is bound to it"), decide(JEMALLOC));
        assertEquals(linked(ProcessAllocator.MIMALLOC, "the heap is bound to it"), decide(MIMALLOC));
        assertEquals(linked(ProcessAllocator.MIMALLOC, "the heap is bound to it"), decide(MIMALLOC, "mimalloc"));
    }

    @Test
    void theCLibrarysMallocNeedsNoLinking() throws DiagnosticException {
        assertEquals(new ProcessDecision.NotLinked("the heap is bound to the C library's malloc"), decide(SYSTEM));
        assertEquals(new ProcessDecision.NotLinked("processAllocator is system"), decide(OWN, "system"));
    }

    @Test
    void aHeapThatIsBoundToMallocUsesTheConfiguredOne() throws DiagnosticException {
        assertEquals(linked(ProcessAllocator.JEMALLOC, "configured"), decide(SYSTEM, "jemalloc"));
    }

    @Test
    void besideAnAllocatorOfOnesOwnTheProcesssIsConfigured() throws DiagnosticException {
        assertEquals(linked(ProcessAllocator.JEMALLOC, "configured"), decide(OWN, "jemalloc"));
        assertEquals(linked(ProcessAllocator.MIMALLOC, "configured"), decide(UNBOUND, "mimalloc"));
        assertInvalid(
                "the heap is bound to com.acme.Pool, which cannot replace malloc: the process's allocator must be"
                        + " configured",
                OWN);
        assertInvalid("the module is not bound to an allocator: the process's allocator must be configured", UNBOUND);
    }

    @Test
    void twoAllocatorsForOneProcessAreRefused() {
        assertInvalid(
                "the heap is bound to jemalloc, so the process cannot be linked to mimalloc", JEMALLOC, "mimalloc");
        assertInvalid("the heap is bound to mimalloc, so the process cannot be linked to system", MIMALLOC, "system");
    }

    @Test
    void anUnknownAllocatorIsRefused() {
        assertInvalid("unknown process allocator 'jemaloc'; did you mean jemalloc?", JEMALLOC, "jemaloc");
    }

    @Test
    void aRefusedModuleIsRefusedForTheSameReason() {
        Diagnostic problem = Diagnostic.error(DiagnosticId.TWO_ALLOCATORS, "two");
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> decide(new Decision.Refuse(List.of(problem))));
        assertEquals(List.of(problem), refused.diagnostics());
    }

    private static Decision boundTo(ClassName allocator) {
        return new Decision.Link(allocator, ShippedAllocator.artifact("1.0"), "linked explicitly");
    }

    private static ProcessDecision linked(ProcessAllocator allocator, String reason) {
        return new ProcessDecision.Linked(allocator, reason);
    }

    private static ProcessDecision decide(Decision decision) throws DiagnosticException {
        return ProcessDecision.of(decision, Optional.empty());
    }

    private static ProcessDecision decide(Decision decision, String configured) throws DiagnosticException {
        return ProcessDecision.of(decision, Optional.of(configured));
    }

    private static void assertInvalid(String headline, Decision decision, String... configured) {
        DiagnosticException refused = assertThrows(
                DiagnosticException.class,
                () -> ProcessDecision.of(decision, List.of(configured).stream().findFirst()));
        Diagnostic problem = refused.diagnostics().get(0);
        assertEquals(DiagnosticId.INVALID_CONFIGURATION, problem.id());
        assertEquals(headline, problem.headline());
    }
}
