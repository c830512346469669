package dev.heapwright.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** What Netty's leak detector reports. It looks at every buffer: the tests run at its level "paranoid". */
final class Leaks {
    private static final ConcurrentLinkedQueue<String> REPORTED = new ConcurrentLinkedQueue<>();

    static {
        ByteBufUtil.setLeakListener((type, records) -> REPORTED.add(type + " " + records));
    }

    private Leaks() {}

    /** {@return what was reported since this was last called} */
    static List<String> reported() {
        List<String> reports = new ArrayList<>();
        for (String report = REPORTED.poll(); report != null; report = REPORTED.poll()) {
            reports.add(report);
        }
        return reports;
    }

    /** Has garbage collected until the condition holds, at most a number of times. Netty reports when it allocates next. */
    static boolean collect(int times, BooleanSupplier until) {
        for (int i = 0; i < times && !until.getAsBoolean(); i++) {
            System.gc();
            ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(1);
            buffer.release();
        }
        return until.getAsBoolean();
    }

    static boolean any() {
        return !REPORTED.isEmpty();
    }
}
