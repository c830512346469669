package dev.heapwright.allocators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import dev.heapwright.system.SystemAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each allocator has the marker by which the linker finds it, and fulfils the contract; presence alone does not link
 * any.
 */
class MarkersTest {
    @ParameterizedTest
    @CsvSource({"SYSTEM, 17", "JEMALLOC, 22", "MIMALLOC, 22"})
    void eachIsAvailable(ShippedAllocator allocator, int release) throws Exception {
        Marker.OfAvailable expected = new Marker.OfAvailable(allocator.type(), allocator.toString(), release);
        byte[] content = resource(expected.path());
        assertEquals(expected, MarkerParser.parse(expected.path(), content));
        assertEquals(expected.content(), new String(content, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM", "JEMALLOC", "MIMALLOC"})
    void eachKeepsTheContractAndRunsOnJava17(ShippedAllocator allocator) throws Exception {
        ClassFile file = ClassFile.read(resource(allocator.type().classFile()));
        assertEquals(allocator.type().binary(), file.name());
        assertEquals(Set.of(Contract.ALLOCATOR_ANNOTATION), file.annotations());
        assertEquals(List.of(), ContractRules.violations(file.shape()));
        assertEquals(17, file.release());
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM", "JEMALLOC", "MIMALLOC"})
    void noneIsLinkedByBeingThere(ShippedAllocator allocator) {
        String path = "/" + new Marker.OfAllocator(allocator.type()).path();
        assertEquals(null, SystemAllocator.class.getResource(path));
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = SystemAllocator.class.getResourceAsStream("/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }
}
