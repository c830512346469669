package dev.heapwright.testing;

/**
 * How many cases of a random test are tried: all on the JDK that builds, and a fraction when the same tests run again
 * on another Java. The build determines the fraction; with {@code -Dthorough}, all are tried everywhere.
 */
public final class Tries {
    /** The system property with the number by which tries are divided, 1 or more; 1 if it is not set. */
    public static final String DIVISOR = "heapwright.tries.divisor";

    private Tries() {}

    /**
     * {@return the number of cases to try, at least 1}
     *
     * @param full the number of all cases, at least 1
     * @throws IllegalArgumentException if the system property is not a number of 1 or more
     */
    public static int of(int full) {
        int divisor = Integer.parseInt(System.getProperty(DIVISOR, "1"));
        if (divisor < 1) {
            throw new IllegalArgumentException(DIVISOR + " is " + divisor);
        }
        return Math.max(1, full / divisor);
    }
}
