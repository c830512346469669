package dev.heapwright.front;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * The front as a whole: a thread uses its magazines without any synchronisation while another gives back what is not
 * used, runs out of memory, or frees what the first has allocated. In the end each block is in use, kept, or freed
 * once.
 */
final class FrontRaces {
    private FrontRaces() {}

    /** A front that keeps a block of the thread that made it. */
    private abstract static class Shared {
        final CountingAllocator behind = new CountingAllocator();
        final MagazineFront front = MagazineFront.of(behind, 1 << 20, Long.MAX_VALUE);
        long first;
        long second;

        /** Allocates a block that is freed at once, and two that stay in use. */
        final void useThree() {
            long address = front.allocate(64, 8);
            front.deallocate(address, 64, 8);
            first = front.allocate(64, 8);
            second = front.allocate(64, 8);
        }

        /** Returns what is wrong if that many blocks are in use now, or that nothing is. */
        String judged(long... inUse) {
            for (int i = 0; i < inUse.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (inUse[i] == inUse[j]) {
                        return "a block is used twice";
                    }
                }
            }
            for (long address : inUse) {
                if (!behind.isLive(address)) {
                    return "a block in use was freed";
                }
            }
            return behind.isSound() ? "sound" : "a block was freed twice";
        }
    }

    /** A pair and another block, while what is not used is given back. */
    @JCStressTest
    @Outcome(id = "sound", expect = ACCEPTABLE, desc = "no block is lost or used twice")
    @State
    public static class Trimmed extends Shared {
        @Actor
        public void use() {
            useThree();
        }

        @Actor
        public void trim() {
            front.kept().trim();
            front.kept().trim();
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = judged(first, second);
        }
    }

    /** The same while everything is given back, as there is no more memory. */
    @JCStressTest
    @Outcome(id = "sound", expect = ACCEPTABLE, desc = "no block is lost or used twice")
    @State
    public static class Pressed extends Shared {
        @Actor
        public void use() {
            useThree();
        }

        @Actor
        public void release() {
            front.kept().release();
            front.kept().release();
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = judged(first, second);
        }
    }

    /** One allocates and hands over, the other frees what it gets and allocates, too. */
    @JCStressTest
    @Outcome(id = "sound", expect = ACCEPTABLE, desc = "no block is lost or used twice")
    @State
    public static class HandedOver extends Shared {
        private volatile long handedOver;
        private boolean isFreed;

        @Actor
        public void allocate() {
            handedOver = front.allocate(64, 8);
            first = front.allocate(64, 8);
        }

        @Actor
        public void free() {
            long address = handedOver;
            if (address != 0) {
                front.deallocate(address, 64, 8);
                isFreed = true;
            }
            second = front.allocate(64, 8);
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = isFreed ? judged(first, second) : judged(first, second, handedOver);
        }
    }
}
