package dev.heapwright.compatibility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an API differs from the recorded one.
 *
 * @param incompatible what code that was written for the recorded API may not compile or run with: lines that are gone, and new
 *     functions that its classes would have to implement
 * @param added what only new code uses
 */
record ApiChange(List<String> incompatible, List<String> added) {

    /** {@return the difference between two APIs, as lines} */
    static ApiChange between(List<String> recorded, List<String> now) {
        Set<String> before = new HashSet<>(recorded);
        Set<String> after = new HashSet<>(now);
        List<String> gone = recorded.stream()
                .filter(line -> !after.contains(line))
                .map(line -> "- " + line)
                .toList();
        List<String> added = now.stream()
                .filter(line -> !before.contains(line))
                .map(line -> "+ " + line)
                .toList();
        return new ApiChange(
                Stream.concat(gone.stream(), added.stream().filter(line -> hasToBeImplemented(line, recorded)))
                        .toList(),
                added.stream()
                        .filter(line -> !hasToBeImplemented(line, recorded))
                        .toList());
    }

    /** Whether it is an abstract function of a class that was there before. */
    private static boolean hasToBeImplemented(String line, List<String> recorded) {
        int parameters = line.indexOf('(');
        if (parameters < 0 || !line.contains(" abstract ") || line.endsWith(" default")) {
            return false;
        }
        String qualified = line.substring(line.lastIndexOf(' ', parameters) + 1, parameters);
        String type = qualified.substring(0, qualified.lastIndexOf('.'));
        return recorded.stream().anyMatch(each -> declares(each, type));
    }

    private static boolean declares(String line, String type) {
        return line.matches("[^(]*\\b(?:class|interface|@interface) " + Pattern.quote(type) + "\\b.*");
    }

    /** {@return whether there is none} */
    boolean isEmpty() {
        return incompatible.isEmpty() && added.isEmpty();
    }
}
