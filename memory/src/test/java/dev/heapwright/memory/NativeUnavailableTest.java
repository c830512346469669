package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeUnavailableTest {
    private static final String DENY = "--illegal-native-access=deny";
    private static final String FILE = "META-INF/heapwright-natives/linux/x64/org/lwjgl/jemalloc/libjemalloc.so";

    @Test
    void onTheClassPathEveryCallGivesTheMessageOfThePage() throws Exception {
        onlyWhereNativeAccessCanBeDenied();
        assertEquals(messagesOnPage().get(0).repeat(EveryCall.count()), Programs.everyCallOnClassPath(DENY));
    }

    @Test
    void onTheModulePathEveryCallGivesTheMessageOfThePage() throws Exception {
        onlyWhereNativeAccessCanBeDenied();
        assertEquals(messagesOnPage().get(1).repeat(EveryCall.count()), Programs.everyCallOnModulePath(DENY));
    }

    @Test
    void theFlagsInTheMessagesHelp() throws Exception {
        onlyWhereNativeAccessCanBeDenied();
        assertEquals("", Programs.everyCallOnClassPath(DENY, "--enable-native-access=ALL-UNNAMED"));
        assertEquals("", Programs.everyCallOnModulePath(DENY, "--enable-native-access=dev.heapwright.memory"));
    }

    @Test
    void theMessageForANativeLibraryIsThatOfThePage() throws IOException {
        Path directory = Path.of("/tmp/heapwright-1000");
        List<String> messages = Stream.of(
                        NativeUnavailableError.java("jemalloc", Runtime.Version.parse("21.0.7")),
                        NativeUnavailableError.noPlatform(
                                "jemalloc", "linux/s390x", List.of("linux/arm64", "linux/x64")),
                        NativeUnavailableError.notGlibc("jemalloc"),
                        NativeUnavailableError.missingFile(FILE),
                        NativeUnavailableError.otherContent(
                                FILE,
                                "57eb095db0da2cc232ba1b6c94860cd9aae573782f5c104e5611ba9310bd2d12",
                                "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"),
                        NativeUnavailableError.damagedList(
                                "META-INF/heapwright-natives/jemalloc.sha256",
                                new IllegalArgumentException("<<<<<<< HEAD")),
                        NativeUnavailableError.sharedDirectory(
                                Path.of("/opt/natives"), "belongs to mallory and has the permissions rwxrwxrwx"),
                        NativeUnavailableError.notExtracted(
                                "jemalloc",
                                new FileSystemException(directory.toString(), null, "Read-only file system")),
                        NativeUnavailableError.notLoaded(
                                "jemalloc",
                                directory.resolve("57eb-libjemalloc.so"),
                                new IllegalArgumentException("Cannot open library")),
                        NativeUnavailableError.noFileHandles(
                                new FileNotFoundException("/opt/jdk-25/lib/modules (Too many open files)")),
                        NativeUnavailableError.of(new NoClassDefFoundError("Could not initialize class com.acme.Lookup")
                                .initCause(new ExceptionInInitializerError(
                                        "Exception java.lang.StackOverflowError [in thread \"main\"]"))))
                .map(error -> error.getMessage() + "\n")
                .toList();

        assertEquals(messages, messagesOnPage().subList(2, messagesOnPage().size()));
    }

    private static void onlyWhereNativeAccessCanBeDenied() {
        assumeTrue(Runtime.version().feature() >= 24, "there is no " + DENY + " on this Java");
    }

    private static List<String> messagesOnPage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "diagnostics", "NativeUnavailable.md"));
        return Pattern.compile("```\n(\\[Heapwright/.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
