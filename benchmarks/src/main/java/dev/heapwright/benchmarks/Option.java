package dev.heapwright.benchmarks;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What can be set for a suite.
 *
 * @param name as it is written before the equals sign
 * @param syntax what values it takes
 * @param standard the value where none is given
 * @param meaning of the value, for the list of suites
 */
public record Option(String name, Syntax syntax, String standard, String meaning) {
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    /** What values there are. */
    public enum Syntax {
        NUMBER("a number from 1 on"),
        NUMBERS("numbers from 1 on, with commas"),
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

    /** {@return one that takes a number} */
    public static Option number(String name, int standard, String meaning) {
        return new Option(name, Syntax.NUMBER, Integer.toString(standard), meaning);
    }

    /** {@return one that takes numbers with commas} */
    public static Option numbers(String name, String standard, String meaning) {
        return new Option(name, Syntax.NUMBERS, standard, meaning);
    }

    /** {@return one that takes a regular expression; where none is given, everything matches} */
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
