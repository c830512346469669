package dev.heapwright.nettydefault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.ChildJvm;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WebFluxTest {
    /** Its class path has this artifact, and that is all. */
    @Test
    void allDirectBuffersOfAnApplicationAreTheHeaps() throws Exception {
        String printed = ChildJvm.with("--class-path", Objects.requireNonNull(System.getProperty("java.class.path")))
                .run(WebFluxProgram.class)
                .succeeded()
                .printed();
        assertEquals(
                List.of("echoed: true", "buffers: [HeapByteBuf]", "counted: true", "of Java's own: false"),
                printed.lines()
                        .filter(line -> line.matches("(echoed|buffers|counted|of Java's own): .*"))
                        .toList());
    }
}
