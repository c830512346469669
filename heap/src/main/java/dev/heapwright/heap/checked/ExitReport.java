package dev.heapwright.heap.checked;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is found when the program ends: writes that no call has detected, and blocks that were never freed. It is
 * reported once, when the JVM ends or when the program's class loader is collected, as happens when a host replaces a
 * program.
 */
final class ExitReport implements Runnable {
    /** How many of each kind are reported: those that follow are rarely the cause. */
    private static final int MOST = 10;

    /** The exit status of a program in which something was found; if 0, the program's own. */
    private static final int STATUS = Integer.getInteger("heapwright.checked.exit", 0);

    /**
     * Loaded with this class, when the program begins: its class loader may be closed before the program ends, for
     * example if a Maven plugin runs a program within Maven.
     */
    @SuppressWarnings("unused") // Naming them loads them.
    private static final List<Class<?>> LOADED = List.of(
            TrackedBlock.Change.class,
            TrackedBlocks.Count.class,
            Findings.class,
            Leak.class,
            Misuse.class,
            MisuseError.class,
            OtherThreads.class,
            Report.class,
            Site.class);

    /** Rendering a diagnostic loads the renderer: its classes are internal to another module. */
    @SuppressWarnings("unused")
    private static final String RENDERED =
            new Report(DiagnosticId.LEAK, "none").detail("none").help("none");

    private final TrackedBlocks blocks;
    private final Quarantine quarantine;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile ReportFiles files = ReportFiles.NONE;
    private volatile Optional<ExitHook> hook = Optional.empty();

    /**
     * Creates the report of a program's blocks.
     *
     * @param blocks its live blocks; other threads may still be using them
     * @param quarantine the most recently freed blocks
     */
    ExitReport(TrackedBlocks blocks, Quarantine quarantine) {
        this.blocks = blocks;
        this.quarantine = quarantine;
    }

    /** Blocks that were allocated at the same place. */
    private record Leak(List<String> where, long count, long bytes) {}

    /** The first ones by address, whose messages are kept, and how many there are. */
    private static final class Findings {
        private final TreeMap<Long, String> first = new TreeMap<>();
        private int count;

        void add(long address, MisuseError found) {
            count++;
            first.put(address, String.valueOf(found.getMessage()));
            if (first.size() > MOST) {
                first.pollLastEntry();
            }
        }

        void appendTo(StringBuilder text) {
            first.values().forEach(message -> text.append(message).append('\n'));
            if (count > MOST) {
                text.append("... and ").append(count - MOST).append(" more like that\n");
            }
        }
    }

    /** Makes the JVM print the report when it ends. */
    void printAtExit(ReportFiles to) {
        files = to;
        to.begin();
        hook = ExitHook.add(this);
    }

    /** Prints the report as the JVM ends. */
    @Override
    public void run() {
        OtherThreads others = new OtherThreads();
        // If everything was freed, there is no need to wait.
        if (tell(others.await(blocks::anyLive)) && STATUS != 0) {
            // Only this changes the status of a JVM that is ending; it also ends the other hooks.
            others.await(() -> true);
            Runtime.getRuntime().halt(STATUS);
        }
    }

    /**
     * Prints the report when the program is no longer reachable. Only a finalizer can still run code of a class loader
     * that is about to be collected: any other reference to the code would keep it alive.
     */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        hook.ifPresent(ExitHook::remove);
        tell(List.of());
    }

    /** {@return whether anything was found that has not been reported before} */
    private boolean tell(List<String> running) {
        if (!told.compareAndSet(false, true)) {
            return false;
        }
        String text = text(running);
        files.end(text);
        if (!text.isEmpty()) {
            print(text);
        }
        return !text.isEmpty();
    }

    private void print(String text) {
        PrintStream out = files.standardError();
        out.print(text);
        out.flush();
    }

    /**
     * {@return the text, empty if nothing was found}
     *
     * @param running names of threads that may still free something
     */
    String text(List<String> running) {
        // From now on no memory is returned to the allocator: live blocks remain readable, even if they are freed.
        List<TrackedBlock> freed = quarantine.close();
        StringBuilder text = new StringBuilder();
        Findings written = new Findings();
        for (TrackedBlock block : freed) {
            block.writeAfterFree()
                    .ifPresent(change -> written.add(block.address(), Misuse.useAfterFree(block, change, "at exit")));
        }
        written.appendTo(text);
        Findings overrun = new Findings();
        blocks.forEachLive(block -> block.overrun()
                .ifPresent(change -> overrun.add(block.address(), Misuse.overrun(block, change, "at exit"))));
        overrun.appendTo(text);
        Map<Site, TrackedBlocks.Count> places = blocks.livePlaces();
        if (!places.isEmpty()) {
            text.append(leaks(places, running)).append('\n');
        }
        return text.toString();
    }

    private static String leaks(Map<Site, TrackedBlocks.Count> places, List<String> running) {
        List<Leak> leaks = new ArrayList<>();
        places.forEach((site, count) -> leaks.add(new Leak(site.lines(), count.blocks(), count.bytes())));
        leaks.sort(Comparator.comparingLong(Leak::bytes)
                .reversed()
                .thenComparing(leak -> String.join("\n", leak.where())));
        Report report = new Report(DiagnosticId.LEAK, total(leaks) + " not freed when the program ended");
        leaks.stream().limit(MOST).forEach(leak -> report.detail(total(List.of(leak)) + ", allocated", leak.where()));
        List<Leak> others = leaks.stream().skip(MOST).toList();
        if (!others.isEmpty()) {
            report.detail("... and %s, allocated at %d more places".formatted(total(others), others.size()));
        }
        if (!running.isEmpty()) {
            report.detail("still running, and may free some: " + String.join(", ", running));
        }
        return report.help(
                "free each block when it is no longer used; blocks meant to live until the end are reported, too");
    }

    private static String total(List<Leak> leaks) {
        long count = leaks.stream().mapToLong(Leak::count).sum();
        long bytes = leaks.stream().mapToLong(Leak::bytes).sum();
        return count + (count == 1 ? " block (" : " blocks (") + bytes + " bytes)";
    }
}
