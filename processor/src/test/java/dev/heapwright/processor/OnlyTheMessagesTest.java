package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Following the messages, without any other documentation, leads to a correct allocator. */
class OnlyTheMessagesTest {
    private static final Pattern TO_PASTE = Pattern.compile("(?m)^ +(public static .*})$(?!\n +// line \\d+: )");
    private static final Pattern TO_RENAME =
            Pattern.compile("(?m)^ +public static \\w+ (\\w+)\\(.*}\n +// line \\d+: (\\w+) looks like .*$");
    private static final Pattern TO_REPLACE = Pattern.compile("(?m)^ +required: (.*)\n +found: +(.*)$");

    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.X\ncontract=1\nname=com.acme.X\n");

    @Test
    void anEmptyClassTakesTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {}
                """);
    }

    @Test
    void anEmptyClassThatIsNotPublicTakesTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                class X {}
                """);
    }

    @Test
    void functionsWithNamesAndParametersOfCTakeThreeCompilations() {
        assertTakes(3, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size) { return 0; }
                    public static void free(long address) {}
                    public static long realloc(long address, long size) { return 0; }
                }
                """);
    }

    @Test
    void functionsThatOnlyHaveTheNamesOfCTakeTwoCompilations() {
        assertTakes(2, """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size, long align) { return 0; }
                    public static void free(long address, long oldSize, long align) {}
                    public static long realloc(long address, long oldSize, long size, long align) { return 0; }
                }
                """);
    }

    @Test
    void theWholeBlockCanBePastedWithItsHints() {
        String source = """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public class X {
                    public static long malloc(long size) { return 0; }
                }
                """;
        String message = Compilation.of(source).messages();
        String block = message.lines()
                .skip(1)
                .takeWhile(line -> !line.contains("help:"))
                .collect(Collectors.joining("\n"));
        assertTrue(block.contains("// line 5: malloc looks like this function"), block);
        assertEquals(
                "",
                Compilation.of(source.replace("public class X {", "public class X {\n" + block))
                        .messages());
    }

    private static void assertTakes(int expected, String source) {
        String text = source;
        Compilation compilation = Compilation.of(text);
        int compilations = 1;
        while (!compilation.messages().isEmpty() && compilations < expected) {
            text = mended(text, compilation.messages());
            compilation = Compilation.of(text);
            compilations++;
        }
        assertEquals("", compilation.messages(), text);
        assertEquals(MARKER, compilation.markers());
        assertEquals(expected, compilations);
    }

    private static String mended(String source, String messages) {
        String text = source;
        for (MatchResult method : TO_RENAME.matcher(messages).results().toList()) {
            text = text.replace(" " + method.group(2) + "(", " " + method.group(1) + "(");
        }
        for (MatchResult function : TO_PASTE.matcher(messages).results().toList()) {
            text = text.replaceFirst("}\\s*$", function.group(1) + "\n}\n");
        }
        for (MatchResult signature : TO_REPLACE.matcher(messages).results().toList()) {
            assertTrue(text.contains(signature.group(2)), messages);
            text = text.replace(signature.group(2), signature.group(1));
        }
        return messages.contains("cannot be an allocator: it is not public")
                ? text.replaceFirst("(?m)^class", "public class")
                : text;
    }
}
