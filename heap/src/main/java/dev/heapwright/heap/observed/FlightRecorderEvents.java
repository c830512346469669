package dev.heapwright.heap.observed;

import dev.heapwright.heap.host.WeakTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;

/**
 * Reports samples as {@link AllocationSampleEvent}s, and from time to time, as recordings are configured, what is live as {@link
 * LiveSiteEvent}s. The JFR keeps its periodic tasks until the JVM ends, so this is a weak one.
 */
final class FlightRecorderEvents implements SampleEvents {
    /** How many sites are recorded at a time, those with the most bytes. */
    private static final int MOST_SITES = 256;

    private final Supplier<LiveSites> live;
    private final AtomicBoolean isAdded = new AtomicBoolean();

    /** Kept here, and nowhere else. */
    private final Runnable task = this::recordLiveSites;

    private LiveSites last = new LiveSites(List.of());

    FlightRecorderEvents(Supplier<LiveSites> live) {
        this.live = live;
        // Without the module, it is here that it shows.
        FlightRecorder.isInitialized();
    }

    @Override
    public void sampled(long size, long align, long weight, String allocator) {
        if (FlightRecorder.isInitialized()) {
            if (!isAdded.get() && isAdded.compareAndSet(false, true)) {
                addPeriodicTask();
            }
            AllocationSampleEvent.commit(size, align, weight, allocator);
        }
    }

    private synchronized void recordLiveSites() {
        LiveSites now = live.get();
        Map<CallSite, Long> growth = new HashMap<>();
        now.minus(last).sites().forEach(each -> growth.put(each.site(), each.bytes()));
        now.sites().stream()
                .limit(MOST_SITES)
                .forEach(each -> new LiveSiteEvent(each, growth.getOrDefault(each.site(), 0L)).commit());
        last = now;
    }

    /** A thread of the JDK does it: up to Java 23, the JFR keeps the class loaders of all classes that are on the stack. */
    private void addPeriodicTask() {
        try {
            MethodHandle add = MethodHandles.publicLookup()
                    .findStatic(
                            FlightRecorder.class,
                            "addPeriodicEvent",
                            MethodType.methodType(void.class, Class.class, Runnable.class));
            ForkJoinPool.commonPool()
                    .execute(
                            WeakTask.of(MethodHandles.insertArguments(add, 0, LiveSiteEvent.class, WeakTask.of(task))));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("jdk.jfr is missing a method that every JDK has had", e);
        }
    }
}
