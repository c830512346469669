package dev.heapwright.heap.checked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places where live blocks were allocated, each stored once under a number, so that a block needs no stack of its
 * own.
 */
final class Sites {
    /** How many are kept; the others are counted as one. A recursion can produce any number of different stacks. */
    static final int MOST = 1 << 16;

    private static final int NOT_SAMPLED = 1;

    private final List<Site> sites = new ArrayList<>();
    private final Map<Site, Integer> numbers = new HashMap<>();

    /** Many stacks share frames, and each frame is kept once. */
    private final Map<StackTraceElement, StackTraceElement> frames = new HashMap<>();

    Sites() {
        add(Site.UNRECORDED);
        add(Site.NOT_SAMPLED);
    }

    /** {@return the number of a place, the same for equal places} */
    int number(Site site) {
        // If few calls are recorded, most are not sampled and need no lock.
        return site.isSampled() ? numberOf(site) : NOT_SAMPLED;
    }

    private synchronized int numberOf(Site site) {
        Integer known = numbers.get(site);
        if (known != null) {
            return known;
        }
        if (sites.size() >= MOST) {
            return 0;
        }
        List<StackTraceElement> shared = site.frames().stream()
                .map(frame -> frames.computeIfAbsent(frame, same -> same))
                .toList();
        return add(new Site(shared, site.more()));
    }

    /** {@return the place with that number} */
    synchronized Site get(int number) {
        return sites.get(number);
    }

    private int add(Site site) {
        int number = sites.size();
        sites.add(site);
        numbers.put(site, number);
        return number;
    }
}
