package dev.heapwright.heap.observed;

import java.util.List;
import java.util.Map;

/** Answers for an observed heap. */
final class HeapMonitor implements HeapMXBean {
    private final ObservedBinding heap;
    private LiveSites last = new LiveSites(List.of());

    HeapMonitor(ObservedBinding heap) {
        this.heap = heap;
    }

    @Override
    public String getBinding() {
        return heap.toString();
    }

    @Override
    public long getAllocatedBytes() {
        return heap.counts().allocatedBytes();
    }

    @Override
    public long getFreedBytes() {
        return heap.counts().freedBytes();
    }

    @Override
    public long getLiveBytes() {
        return heap.counts().liveBytes();
    }

    @Override
    public long getLimit() {
        return heap.limit();
    }

    @Override
    public Map<String, Long> getAllocatorTotals() {
        return heap.allocatorTotals();
    }

    @Override
    public String liveSites() {
        return heap.liveSites().toString();
    }

    @Override
    public synchronized String growth() {
        LiveSites now = heap.liveSites();
        LiveSites growth = now.minus(last);
        last = now;
        return growth.toString();
    }
}
