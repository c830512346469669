package dev.heapwright.jemalloc;

import java.util.Map;
import java.util.Optional;

/**
 * What jemalloc says of its memory. The library is built without most statistics; the pages of its arenas are counted
 * nevertheless.
 */
public final class JemallocTotals {
    /** {@code MALLCTL_ARENAS_ALL}: the sum of all arenas. */
    private static final String ALL_ARENAS = "stats.arenas.4096.";

    private JemallocTotals() {}

    /**
     * {@return bytes by what they are: {@code active} pages with blocks in them, and {@code dirty} and {@code muzzy} ones, which
     * are free and not yet returned to the operating system}
     */
    public static Map<String, Long> read() {
        Optional<Mallctl> opened = Mallctl.open();
        if (opened.isEmpty()) {
            return Map.of();
        }
        try (Mallctl mallctl = opened.get()) {
            // Has jemalloc add up the numbers: else it gives those of the last time.
            mallctl.write("epoch", 1);
            long page = mallctl.read("arenas.page");
            return Map.of(
                    "active", page * mallctl.read(ALL_ARENAS + "pactive"),
                    "dirty", page * mallctl.read(ALL_ARENAS + "pdirty"),
                    "muzzy", page * mallctl.read(ALL_ARENAS + "pmuzzy"));
        }
    }
}
