package dev.heapwright.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The settings for a run of a suite.
 *
 * @param folder for its tables, plots and projects; it need not exist
 * @param values of all options of the suite, by name
 */
public record Settings(Path folder, Map<String, String> values) {
    /**
     * {@return the settings of a suite}
     *
     * @param arguments each as {@code name=value}
     * @throws UsageException if an argument is not one of the suite's options, or has an invalid value
     */
    static Settings of(Suite suite, Path folder, List<String> arguments) {
        Map<String, Option> options = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : suite.options()) {
            options.put(option.name(), option);
            values.put(option.name(), option.standard());
        }
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            Option option = options.get(parts[0]);
            if (option == null) {
                throw UsageException.unknown("option of " + suite.title(), parts[0], options.keySet());
            }
            if (parts.length == 1 || !option.takes(parts[1])) {
                throw new UsageException(argument + ": " + option.name() + " takes " + option.syntax() + ", as in "
                        + option.name() + "=" + option.standard());
            }
            values.put(option.name(), parts[1]);
        }
        return new Settings(folder, values);
    }

    /** {@return the number that is the value of an option} */
    public int number(String option) {
        return Integer.parseInt(value(option));
    }

    /** {@return the numbers that are the value of an option} */
    public List<Integer> numbers(String option) {
        return Arrays.stream(value(option).split(",", -1)).map(Integer::valueOf).toList();
    }

    /** {@return the regular expression that is the value of an option} */
    public Pattern expression(String option) {
        return Pattern.compile(value(option));
    }

    private String value(String option) {
        return Objects.requireNonNull(values.get(option), option);
    }
}
