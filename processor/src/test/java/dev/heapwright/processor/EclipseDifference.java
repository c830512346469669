package dev.heapwright.processor;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs in the messages with Eclipse's compiler, which has the language model but not javac's trees, and does not tell
 * when it has written class files.
 */
enum EclipseDifference {
    COLUMN(
            "A problem in a part of a declaration, such as a type, is shown at the declaration's name",
            messages -> messages.replaceAll("(?m)^(\\S+:\\d+):\\d+: ", "$1: ")),
    NEAR_MISS(
            "A similar name is shown without its line",
            messages -> messages.replaceAll("line \\d+: (\\w+ looks like)", "$1")),
    OTHER_ALLOCATOR(
            "Another allocator is named without its file and line",
            messages -> messages.replaceAll("(?m)^( +also annotated .*) \\(.*:\\d+\\)$", "$1")),
    QUALIFIED_NAMES(
            "A declaration is shown with the full names of types, and not as it is written",
            messages -> Pattern.compile("(?m)^ +[-+] .*$")
                    .matcher(messages)
                    .replaceAll(line ->
                            Matcher.quoteReplacement(line.group().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")))),
    RECORD(
            "A record is shown at its first static method",
            messages -> messages.replaceAll("(?m)^\\S+: (error: .* it is a record)$", "$1")),
    PACKAGE(
            "AllocatorNeedsAllocator is shown at the allocator, and not at the annotation of its package",
            messages -> messages.replaceAll("(?m)^\\S+: (error: .*AllocatorNeedsAllocator].* the package .*)$", "$1")),
    REACH(
            "CircularDependency is reported by `check`, and not by the compiler",
            messages -> messages.replaceAll(
                    "(?ms)^\\S+ error: \\[Heapwright/CircularDependency].*?-Did=CircularDependency\n", ""));

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final UnaryOperator<String> without;

    EclipseDifference(String text, UnaryOperator<String> without) {
        this.text = text;
        this.without = without;
    }

    /** {@return the difference as users read of it} */
    String text() {
        return text;
    }

    /** {@return messages of either compiler without that in which they differ} */
    static String withoutAll(String messages) {
        return without(EnumSet.allOf(EclipseDifference.class), messages);
    }

    /** {@return messages of either compiler without some differences} Javac also indents all lines but the first. */
    static String without(Set<EclipseDifference> differences, String messages) {
        String common = messages.replaceAll("(?m)^ +", " ");
        for (EclipseDifference each : differences) {
            common = each.without.apply(common);
        }
        return common;
    }
}
