package dev.heapwright.nettydefault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InstallingListenerTest {
    /** As Spring Boot's {@code SpringApplication} does it, in a JVM of its own, as Netty chooses its default once. */
    @Test
    void springThatCreatesItsListenersMakesTheHeapNettysDefault() throws Exception {
        String printed = ChildJvm.with("--class-path", Objects.requireNonNull(System.getProperty("java.class.path")))
                .run(SpringProgram.class)
                .succeeded()
                .printed();
        assertTrue(printed.startsWith("HeapByteBufAllocator\n"), printed);
    }
}
