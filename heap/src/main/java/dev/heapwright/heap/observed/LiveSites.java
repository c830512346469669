package dev.heapwright.heap.observed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A snapshot of what is live by call site, or the difference of two.
 *
 * @param sites those with the most bytes first
 */
public record LiveSites(List<LiveSite> sites) {
    private static final Comparator<LiveSite> MOST_FIRST = Comparator.comparingLong(LiveSite::bytes)
            .reversed()
            .thenComparing(each -> each.site().toString());

    /** Sorts the list. */
    public LiveSites {
        sites = sites.stream().sorted(MOST_FIRST).toList();
    }

    /**
     * {@return what has grown since an earlier snapshot, and, as negative numbers, what has shrunk; sites without a change are
     * left out}
     *
     * @param earlier the snapshot
     */
    public LiveSites minus(LiveSites earlier) {
        Sum sum = new Sum();
        sites.forEach(each -> sum.add(each.site(), (double) each.bytes(), (double) each.blocks()));
        earlier.sites.forEach(each -> sum.add(each.site(), (double) -each.bytes(), (double) -each.blocks()));
        return sum.result();
    }

    /** {@return all sites as text, with an empty line between two} */
    @Override
    public String toString() {
        return sites.stream().map(LiveSite::toString).collect(Collectors.joining("\n\n"));
    }

    /** Adds up by site. */
    static final class Sum {
        private final Map<CallSite, double[]> sums = new HashMap<>();

        void add(CallSite site, double bytes, double blocks) {
            double[] sum = sums.computeIfAbsent(site, first -> new double[2]);
            sum[0] += bytes;
            sum[1] += blocks;
        }

        LiveSites result() {
            return new LiveSites(sums.entrySet().stream()
                    .map(each ->
                            new LiveSite(each.getKey(), Math.round(each.getValue()[0]), Math.round(each.getValue()[1])))
                    .filter(each -> each.bytes() != 0 || each.blocks() != 0)
                    .toList());
        }
    }
}
