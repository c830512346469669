package dev.heapwright.benchmarks;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An option of a suite.
 *
 * @param name as written before the equals sign
 * @param syntax the values that it takes
 * @param standard the default value
 * @param meaning of the value, for the list of suites
 */
public record Option(String name, Syntax syntax, String standard, String meaning) {
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    /** The syntax of values. */
    public enum Syntax {
        NUMBER("a number, 1 or more"),
        NUMBERS("numbers, 1 or more, separated by commas"),
        EXPRESSION("a regular expression");

        private final String description;

        Syntax(String description) {
            this.description = description;
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** {@return an option that takes a number} */
    public static Option number(String name, int standard, String meaning) {
        return new Option(name, Syntax.NUMBER, Integer.toString(standard), meaning);
    }

    /** {@return an option that takes numbers, separated by commas} */
    public static Option numbers(String name, String standard, String meaning) {
        return new Option(name, Syntax.NUMBERS, standard, meaning);
    }

    /** {@return an option that takes a regular expression; by default, everything matches} */
    public static Option expression(String name, String meaning) {
        return new Option(name, Syntax.EXPRESSION, ".*", meaning);
    }

    /** {@return whether it takes a value} */
    boolean takes(String value) {
        return switch (syntax) {
            case NUMBER -> COUNT.matcher(value).matches();
            case NUMBERS ->
                Pattern.compile(",").splitAsStream(value).allMatch(COUNT.asMatchPredicate()) && !value.endsWith(",");
            case EXPRESSION -> isExpression(value);
        };
    }

    private static boolean isExpression(String value) {
        try {
            return !Pattern.compile(value).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
