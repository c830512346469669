package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignEnvironmentTest {
    private static final String NAME = "HEAPWRIGHT_TEST";

    @BeforeEach
    void onlyWhereTheFfmApiIs() {
        assumeTrue(Platform.FOREIGN, "there is no FFM API on this Java");
    }

    @Test
    void nativeCodeSeesAVariableDuringTheActionAndNotAfterwards() throws Throwable {
        assertEquals("", valueOf(NAME));
        assertEquals("a:1,b:\u00e9", ForeignEnvironment.with(Map.of(NAME, "a:1,b:\u00e9"), () -> valueOf(NAME)));
        assertEquals("", valueOf(NAME));
    }

    @Test
    void theVariableIsRemovedIfTheActionFails() throws Throwable {
        IllegalStateException failure = new IllegalStateException();
        assertEquals(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> ForeignEnvironment.with(Map.of(NAME, "value"), () -> {
                            throw failure;
                        })));
        assertEquals("", valueOf(NAME));
    }

    @Test
    void aVariableThatTheUserHasSetIsNotChanged() throws Throwable {
        String path = System.getenv("PATH");
        assertEquals(path, ForeignEnvironment.with(Map.of("PATH", "other"), () -> valueOf("PATH")));
        assertEquals(path, valueOf("PATH"));
    }

    @Test
    void anInvalidNameIsAnError() {
        assertThrows(
                IllegalStateException.class, () -> ForeignEnvironment.with(Map.of("A=B", "value"), () -> "never done"));
    }

    /** The value according to the C library; null if there is no such variable. */
    private static String valueOf(String name) throws Throwable {
        long symbol = ForeignLinker.systemSymbols().find("getenv").orElseThrow();
        byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
        try (Block text = Block.of(bytes)) {
            long value = (long) ForeignLinker.downcall(symbol, methodType(long.class, long.class), false)
                    .invoke(text.address());
            int length = 0;
            while (value != 0 && Memory.getByte(value + length) != 0) {
                length++;
            }
            byte[] content = new byte[length];
            Memory.copyToArray(value, content, 0, length);
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
