package dev.heapwright.heap.observed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Places in the program, each of them kept once. */
final class CallSites {
    /** How many are kept; others are kept with each of their blocks. */
    private static final int MOST = 1 << 14;

    private final Map<CallSite, CallSite> sites = new ConcurrentHashMap<>();

    CallSite of(StackTraceElement... stack) {
        CallSite site = CallSite.of(stack);
        if (sites.size() >= MOST) {
            return sites.getOrDefault(site, site);
        }
        CallSite first = sites.putIfAbsent(site, site);
        return first == null ? site : first;
    }
}
