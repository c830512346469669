package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private static final NativeFiles FILES = NativeFiles.parse("pool", """
            ${0}  macos/arm64/libpool.dylib
            ${0}  linux/x64/libpool.so
            ${0}  windows/x64/pool.dll
            """.replace("${0}", "0".repeat(64)));

    @Test
    void theFileForThePlatformIsChosen() {
        assertEquals("linux/x64/libpool.so", chosenOn("linux/x64", "22", true, true));
        assertEquals("macos/arm64/libpool.dylib", chosenOn("macos/arm64", "25.0.3", true, false));
        assertEquals("windows/x64/pool.dll", chosenOn("windows/x64", "25.0.3", true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21.0.7"})
    void aJavaOlderThan22IsRefused(String java) {
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library pool requires Java 22 or newer
                    this is Java %s
                  help: run on Java 22 or newer, or link another allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(java), refusedOn("linux/x64", java, true, true));
    }

    @Test
    void a32BitJvmIsRefused() {
        assertEquals(
                """
                [Heapwright/NativeUnavailable] native memory requires a 64-bit JVM
                    this JVM is built for %s bits
                  help: run on a 64-bit JVM
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(System.getProperty("sun.arch.data.model")), refusedOn("linux/x64", "22", false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/arm64", "macos/x64", "linux/x6", "linux"})
    void aPlatformWithoutAFileIsRefused(String platform) {
        assertEquals("""
                [Heapwright/NativeUnavailable] no native library pool for %s
                    available for linux/x64, macos/arm64, windows/x64
                  help: run on one of these, or link another allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(platform), refusedOn(platform, "22", true, true));
    }

    @Test
    void linuxWithAnotherCLibraryThanGlibcIsRefused() {
        assertEquals("""
                [Heapwright/NativeUnavailable] the native library pool requires glibc, but this JVM runs on another C library
                    Alpine Linux uses musl, where a library built for glibc can crash the JVM, so it is not loaded
                  help: run on a distribution with glibc, or link another allocator
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""", refusedOn("linux/x64", "22", true, false));
    }

    private static String chosenOn(String platform, String java, boolean is64Bit, boolean glibc) {
        return new Host(platform, Runtime.Version.parse(java), is64Bit, glibc)
                .choose(FILES)
                .path();
    }

    private static String refusedOn(String platform, String java, boolean is64Bit, boolean glibc) {
        NativeUnavailableError refusal =
                assertThrows(NativeUnavailableError.class, () -> chosenOn(platform, java, is64Bit, glibc));
        return String.valueOf(refusal.getMessage());
    }
}
