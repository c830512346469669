package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Does to a source what the messages about it say, without thinking. */
final class Advice {
    private static final Pattern TO_PASTE = Pattern.compile("(?m)^ +(public static .*})$(?!\n +// line \\d+: )");
    private static final Pattern TO_RENAME =
            Pattern.compile("(?m)^ +public static \\w+ (\\w+)\\(.*}\n +// line \\d+: (\\w+) looks like .*$");
    private static final Pattern TO_REPLACE = Pattern.compile("(?m)^ +- (.*)\n +\\+ (.*)$");

    private Advice() {}

    /** {@return a source with one class after all advice has been followed} */
    static String followed(String source, String messages) {
        String text = source;
        for (MatchResult method : TO_RENAME.matcher(messages).results().toList()) {
            text = text.replace(" " + method.group(2) + "(", " " + method.group(1) + "(");
        }
        for (MatchResult function : TO_PASTE.matcher(messages).results().toList()) {
            text = text.replaceFirst("}\\s*$", function.group(1) + "\n}\n");
        }
        for (MatchResult declaration : TO_REPLACE.matcher(messages).results().toList()) {
            assertTrue(text.contains(declaration.group(1)), messages);
            text = text.replace(declaration.group(1), declaration.group(2));
        }
        if (messages.contains("make the fields that they use static")) {
            text = text.replaceAll("(?m)^( +private)(?= [^()]*;$)", "$1 static");
        }
        return messages.contains("cannot be an allocator: it is not public")
                ? text.replaceFirst("(?m)^class", "public class")
                : text;
    }
}
