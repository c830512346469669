package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeUnavailableTest {
    private static final String DENY = "--illegal-native-access=deny";

    @BeforeEach
    void onlyWhereNativeAccessCanBeDenied() {
        assumeTrue(Runtime.version().feature() >= 24, "there is no " + DENY + " on this Java");
    }

    @Test
    void onTheClassPathEveryCallSaysWhatThePageSays() throws Exception {
        assertEquals(messagesOnPage().get(0).repeat(EveryCall.count()), ChildJvm.runOnClassPath(DENY));
    }

    @Test
    void onTheModulePathEveryCallSaysWhatThePageSays() throws Exception {
        assertEquals(messagesOnPage().get(1).repeat(EveryCall.count()), ChildJvm.runOnModulePath(DENY));
    }

    @Test
    void theFlagsInTheMessagesHelp() throws Exception {
        assertEquals("", ChildJvm.runOnClassPath(DENY, "--enable-native-access=ALL-UNNAMED"));
        assertEquals("", ChildJvm.runOnModulePath(DENY, "--enable-native-access=dev.heapwright.memory"));
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
