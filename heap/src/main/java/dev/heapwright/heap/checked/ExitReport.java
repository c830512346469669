package dev.heapwright.heap.checked;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is found when the program ends: writes that no call has noticed, and blocks that nobody gave back.
 *
 * @param blocks the live ones among them, by address; other threads may still go on with them
 * @param quarantine those that were given back last
 */
record ExitReport(ConcurrentMap<Long, Block> blocks, Quarantine quarantine) {
    /** Of each kind, that many are told: those that follow are rarely the cause. */
    private static final int MOST = 10;

    /**
     * Loaded with this class, which is when the program begins: until it ends, its class loader may have been closed, as
     * it is where a Maven plugin runs a program within Maven.
     */
    @SuppressWarnings("unused") // Naming them loads them.
    private static final List<Class<?>> LOADED =
            List.of(Block.Change.class, Leak.class, Misuse.class, MisuseError.class, Report.class);

    /** Blocks that were allocated at one place. */
    private record Leak(List<String> where, long count, long bytes) {}

    /** Has the JVM print it when it ends. */
    void printAtExit() {
        // Not in the group of the program's threads, which may have been destroyed by then like its class loader.
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread hook = new Thread(group, () -> print(System.err), "heapwright-checked", 0, false);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program uses the heap for the first time while it ends: all but the report is as ever.
        }
    }

    void print(PrintStream out) {
        // From now on no memory goes back to the allocator: what is live here can be read, whoever gives it back.
        List<Block> freed = quarantine.close();
        List<Block> live = blocks.values().stream()
                .filter(Block::isLive)
                .sorted(Comparator.comparingLong(Block::address))
                .toList();
        print(out, freed.stream().flatMap(ExitReport::writeAfterFree));
        print(out, live.stream().flatMap(this::overrun));
        if (!live.isEmpty()) {
            out.println(leaks(live));
        }
        out.flush();
    }

    private static Stream<MisuseError> writeAfterFree(Block freed) {
        return freed.writeAfterFree().map(change -> Misuse.useAfterFree(freed, change, "at exit")).stream();
    }

    /** While its entry is computed, other threads that want to give the block back wait with that. */
    private Stream<MisuseError> overrun(Block live) {
        List<MisuseError> found = new ArrayList<>();
        blocks.computeIfPresent(live.address(), (address, block) -> {
            if (block.isLive()) {
                block.overrun().ifPresent(change -> found.add(Misuse.overrun(block, change, "at exit")));
            }
            return block;
        });
        return found.stream();
    }

    private static void print(PrintStream out, Stream<MisuseError> found) {
        List<MisuseError> errors = found.toList();
        errors.stream().limit(MOST).map(Throwable::getMessage).forEach(out::println);
        if (errors.size() > MOST) {
            out.println("... and " + (errors.size() - MOST) + " more like that");
        }
    }

    private static String leaks(List<Block> live) {
        Map<List<String>, List<Block>> places = live.stream()
                .collect(Collectors.groupingBy(block -> block.allocated().lines()));
        List<Leak> leaks = places.entrySet().stream()
                .map(place -> new Leak(place.getKey(), place.getValue().size(), bytes(place.getValue())))
                .sorted(Comparator.comparingLong(Leak::bytes)
                        .reversed()
                        .thenComparing(leak -> String.join("\n", leak.where())))
                .toList();
        Report report = new Report("Leak", text(live.size(), bytes(live)) + " not given back when the program ended");
        leaks.stream()
                .limit(MOST)
                .forEach(leak -> report.detail(text(leak.count(), leak.bytes()) + ", allocated", leak.where()));
        List<Leak> others = leaks.stream().skip(MOST).toList();
        if (!others.isEmpty()) {
            long count = others.stream().mapToLong(Leak::count).sum();
            long bytes = others.stream().mapToLong(Leak::bytes).sum();
            report.detail("... and %s, allocated at %d more places".formatted(text(count, bytes), others.size()));
        }
        return report.help(
                "give each back when it is no longer used; one that is to live as long as the program is told, too");
    }

    private static long bytes(Collection<Block> blocks) {
        return blocks.stream().mapToLong(Block::size).sum();
    }

    private static String text(long count, long bytes) {
        return count + (count == 1 ? " block of " : " blocks of ") + bytes + " bytes";
    }
}
