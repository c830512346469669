package dev.heapwright.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The long qualified names that are repeated in a text. They are shortened to their last part, unless two names have
 * that in common, and a legend explains the short ones.
 *
 * @param shortened the short names by the long ones
 */
record LongNames(Map<String, String> shortened) {
    /** In characters: two of these and an arrow fill a line. */
    private static final int LONG = 60;

    /** A class name that is not part of a path or of an artifact's coordinates. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.$:/-])[\\p{L}_$][\\w$]*(?:\\.[\\p{L}_$][\\w$]*){2,}(?![\\w.$:/-])");

    /** {@return the long names in the lines of a text} */
    static LongNames in(List<String> lines) {
        Map<String, Long> counts = lines.stream()
                .flatMap(line -> NAME.matcher(line).results())
                .collect(Collectors.groupingBy(found -> found.group(), TreeMap::new, Collectors.counting()));
        Map<String, Long> meanings =
                counts.keySet().stream().collect(Collectors.groupingBy(LongNames::lastPart, Collectors.counting()));
        Map<String, String> shortened = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (count > 1 && name.length() >= LONG && meanings.getOrDefault(lastPart(name), 0L) == 1) {
                shortened.put(name, lastPart(name));
            }
        });
        return new LongNames(shortened);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@return the lines with the short names, followed by the legend} */
    List<String> applyTo(List<String> lines) {
        List<String> applied = new ArrayList<>();
        for (String line : lines) {
            applied.add(NAME.matcher(line)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(shortened.getOrDefault(found.group(), found.group()))));
        }
        shortened.forEach((name, shortName) -> applied.add("where " + shortName + " is " + name));
        return applied;
    }
}
