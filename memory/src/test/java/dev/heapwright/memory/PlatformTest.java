package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void unsafeIsLoadedOnJava17To21AndNeverLater() throws Exception {
        String log = Platform.FOREIGN
                ? ChildJvm.runOnClassPath("--enable-native-access=ALL-UNNAMED", "-Xlog:class+load")
                : ChildJvm.runOnClassPath("-Xlog:class+load");

        boolean unsafe = log.contains(" sun.misc.Unsafe ") || log.contains(" dev.heapwright.memory.UnsafeMemory ");
        boolean foreign = log.contains(" dev.heapwright.memory.ForeignMemory ");
        assertEquals(Runtime.version().feature() < 22, unsafe);
        assertEquals(Runtime.version().feature() >= 22, foreign);
    }

    @Test
    void nothingIsWarnedOfWhereNativeAccessIsEnabled() throws Exception {
        assertEquals(
                "",
                Platform.FOREIGN
                        ? ChildJvm.runOnClassPath("--enable-native-access=ALL-UNNAMED")
                        : ChildJvm.runOnClassPath());
    }
}
