package dev.heapwright.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The usage of the program: a line for each suite, and one for each of its options. */
final class Usage {
    private Usage() {}

    static String text() {
        return "java -jar benchmarks.jar SUITE [OPTION=VALUE ...]\n"
                + Stream.of(Suite.values()).map(Usage::suite).collect(Collectors.joining());
    }

    private static String suite(Suite suite) {
        return "\n%-12s%s\n".formatted(suite.title(), suite.summary())
                + suite.options().stream().map(Usage::option).collect(Collectors.joining());
    }

    private static String option(Option option) {
        return "  %-30s  %s\n".formatted(option.name() + "=" + option.standard(), option.meaning());
    }
}
