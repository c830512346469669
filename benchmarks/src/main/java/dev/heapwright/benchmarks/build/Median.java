package dev.heapwright.benchmarks.build;

import java.util.Collection;

/** The median of measurements, which is not affected by a few disturbed ones. */
final class Median {
    private Median() {}

    /** {@return the median; NaN if there are none} */
    static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
