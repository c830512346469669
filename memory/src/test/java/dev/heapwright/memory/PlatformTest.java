package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    /** As in OpenJDK's builds for these platforms. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux/x64",
        "Linux, aarch64, linux/arm64",
        "Linux, arm, linux/arm",
        "Linux, ppc64le, linux/ppc64le",
        "Linux, riscv64, linux/riscv64",
        "Linux, s390x, linux/s390x",
        "Mac OS X, x86_64, macos/x64",
        "Mac OS X, aarch64, macos/arm64",
        "Windows 11, amd64, windows/x64",
        "Windows Server 2022, aarch64, windows/arm64",
        "FreeBSD, amd64, freebsd/x64",
        "AIX, ppc64, aix/ppc64"
    })
    void aPlatformHasOneNameWhateverJavaCallsIt(String osName, String osArch, String name) {
        assertEquals(name, Platform.name(osName, osArch));
    }

    @Test
    void unsafeIsLoadedOnJava17To21AndNeverLater() throws Exception {
        String log = Platform.FOREIGN
                ? Programs.everyCallOnClassPath("--enable-native-access=ALL-UNNAMED", "-Xlog:class+load")
                : Programs.everyCallOnClassPath("-Xlog:class+load");

        boolean unsafe = log.contains(" sun.misc.Unsafe ") || log.contains(" dev.heapwright.memory.UnsafeMemory ");
        boolean foreign = log.contains(" dev.heapwright.memory.Foreign");
        assertEquals(Runtime.version().feature() < 22, unsafe);
        assertEquals(Runtime.version().feature() >= 22, foreign);
    }

    @Test
    void thereAreNoWarningsIfNativeAccessIsEnabled() throws Exception {
        assertEquals(
                "",
                Platform.FOREIGN
                        ? Programs.everyCallOnClassPath("--enable-native-access=ALL-UNNAMED")
                        : Programs.everyCallOnClassPath());
    }
}
