package dev.heapwright.memory;

import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import org.junit.jupiter.api.Test;

/** Temporary failures are not remembered. Programs that exhaust a resource are in the native tests. */
class FirstUseTest {
    @Test
    void aTemporaryFailureCreatesNoHandle() {
        OutOfMemoryError exhausted = new OutOfMemoryError();
        assertEquals(exhausted, thrown(exhausted));
        assertEquals(exhausted, thrown(new BootstrapMethodError(exhausted)));
        NativeUnavailableError noHandles = NativeUnavailableError.noFileHandles(new FileNotFoundException());
        assertEquals(noHandles, thrown(noHandles));
    }

    private static Throwable thrown(Throwable refusal) {
        return assertThrows(
                Throwable.class,
                () -> Handles.orRefusing(methodType(void.class), () -> {
                    throw refusal;
                }));
    }
}
