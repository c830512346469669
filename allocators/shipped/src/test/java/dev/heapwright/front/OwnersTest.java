package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What becomes of blocks whose thread ends, waits, or is busy with something else. */
@EnabledForJreRange(min = JRE.JAVA_21)
class OwnersTest {
    private static final long SIZE = 100;

    private final RecordingAllocator behind = new RecordingAllocator();
    private final MagazineFront front = MagazineFront.of(behind, 4 << 20, Long.MAX_VALUE);
    private final AtomicBoolean mayEnd = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch kept = new CountDownLatch(1);
    private Thread started = Thread.currentThread();

    @AfterEach
    void end() {
        end.countDown();
        mayEnd.set(true);
    }

    @Test
    void anEndedThreadsBlocksComeBack() throws Exception {
        Thread thread = started(() -> {});
        thread.join();
        assertNotEquals(0, behind.bytes());
        front.kept().trim();
        assertEquals(0, behind.bytes());
        assertEquals(0, front.kept().spent());
    }

    @Test
    void aWaitingThreadsBlocksComeBackTheSecondTime() throws Exception {
        started(this::await);
        awaitState(Thread.State.WAITING);
        assertTrue(front.kept().trim(), "it was used before");
        assertNotEquals(0, behind.bytes());
        assertFalse(front.kept().trim());
        assertEquals(0, behind.bytes());
        assertEquals(0, front.kept().spent());
        assertFalse(front.kept().trim());
    }

    @Test
    void andItKeepsBlocksAgainAfterwards() throws Exception {
        AtomicLong calls = new AtomicLong();
        Thread thread = started(() -> {
            await();
            keepSome();
            calls.set(behind.calls());
            keepSome();
            calls.addAndGet(-behind.calls());
        });
        awaitState(Thread.State.WAITING);
        front.kept().trim();
        front.kept().trim();
        end.countDown();
        thread.join();
        assertEquals(0, calls.get());
        assertNotEquals(0, behind.bytes());
    }

    @Test
    void whatTheAllocatorKeepsForAThreadIsReleasedInThatThread() throws Exception {
        Thread thread = started(() -> {
            await();
            keepSome();
        });
        awaitState(Thread.State.WAITING);
        assertEquals(Set.of(), behind.released());
        front.kept().trim();
        assertEquals(Set.of(Thread.currentThread()), behind.released());
        end.countDown();
        thread.join();
        assertEquals(Set.of(Thread.currentThread(), thread), behind.released());
    }

    @Test
    void itIsReleasedInEachThreadIfThereIsNoMoreMemory() throws Exception {
        Thread thread = started(() -> {
            while (!mayEnd.get()) {
                front.deallocate(front.allocate(16, 8), 16, 8);
            }
        });
        behind.limitTo(behind.bytes() + 16);
        front.deallocate(front.allocate(SIZE, 8), SIZE, 8);
        mayEnd.set(true);
        thread.join();
        assertEquals(Set.of(Thread.currentThread(), thread), behind.released());
    }

    @Test
    void aBusyThreadsBlocksStayUntilItComes() throws Exception {
        AtomicLong before = new AtomicLong();
        AtomicLong rounds = new AtomicLong();
        Thread thread = started(() -> {
            while (!mayEnd.get()) {
                rounds.incrementAndGet();
            }
            // It looks after its blocks each time. At first it only sees what there is.
            for (int i = 0; i < 3; i++) {
                front.deallocate(front.allocate(5000, 8), 5000, 8);
                before.compareAndSet(0, behind.bytes());
                front.kept().trim();
            }
            front.deallocate(front.allocate(5000, 8), 5000, 8);
        });
        while (rounds.get() == 0) {
            Thread.onSpinWait();
        }
        long bytes = behind.bytes();
        front.kept().trim();
        front.kept().trim();
        assertEquals(bytes, behind.bytes());
        mayEnd.set(true);
        thread.join();
        assertEquals(bytes + 5120, before.get());
        assertEquals(5120, behind.bytes());
    }

    @Test
    void whatAThreadUsesAllTheTimeIsNotGivenBack() throws Exception {
        Thread thread = started(() -> {
            while (!mayEnd.get()) {
                front.deallocate(front.allocate(SIZE, 8), SIZE, 8);
            }
        });
        for (int i = 0; i < 100; i++) {
            front.kept().trim();
        }
        mayEnd.set(true);
        thread.join();
        front.kept().trim();
        assertEquals(0, behind.bytes());
        assertEquals(0, front.kept().spent());
    }

    @Test
    void aWaitingThreadsBlocksComeBackAtOnceIfThereIsNoMoreMemory() throws Exception {
        started(this::await);
        awaitState(Thread.State.WAITING);
        behind.limitTo(behind.bytes());
        assertNotEquals(0, front.allocate(SIZE, 8));
        assertEquals(112, behind.bytes());
    }

    @Test
    void aBusyThreadIsWaitedForIfThereIsNoMoreMemory() throws Exception {
        started(() -> {
            while (!mayEnd.get()) {
                front.deallocate(front.allocate(16, 8), 16, 8);
            }
        });
        behind.limitTo(behind.bytes() + 16);
        long block = front.allocate(SIZE, 8);
        assertNotEquals(0, block);
        front.deallocate(block, SIZE, 8);
    }

    @Test
    void threadsThatComeAndGoLeaveLittle() throws Exception {
        for (int i = 0; i < 500; i++) {
            Thread thread = new Thread(this::keepSome);
            thread.start();
            thread.join();
            assertTrue(behind.blocks().size() <= 20 * 100, "blocks of 20 threads");
        }
    }

    @Test
    void twoThreadsAtTheSamePlaceOfTheTableDoNotShareBlocks() throws Exception {
        Thread first = started(this::await);
        awaitState(Thread.State.WAITING);
        int calls = behind.calls();
        AtomicLong others = new AtomicLong();
        Thread second = withId(id(first) + 4096, () -> {
            for (int i = 0; i < 20; i++) {
                keepSome();
            }
            others.set(behind.calls());
        });
        second.start();
        second.join();
        assertNotEquals(calls, others.get());
        assertTrue(front.kept().spent() <= 256 << 10, "what is kept in vain would leave nothing to others");
    }

    private static Thread withId(long id, Runnable task) {
        Thread thread = new Thread(task);
        while (id(thread) < id) {
            thread = new Thread(task);
        }
        return thread;
    }

    /** Threads of Java 17 have no other way to tell it. */
    @SuppressWarnings("deprecation")
    private static long id(Thread thread) {
        return thread.getId();
    }

    /** Starts a thread that keeps blocks and then does something, and returns when it keeps them. */
    private Thread started(Runnable then) throws InterruptedException {
        started = new Thread(() -> {
            keepSome();
            kept.countDown();
            then.run();
        });
        started.setDaemon(true);
        started.start();
        kept.await();
        return started;
    }

    private void awaitState(Thread.State state) throws InterruptedException {
        while (started.getState() != state) {
            Thread.sleep(1);
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepSome() {
        long[] blocks = new long[100];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = front.allocate(SIZE, 8);
        }
        for (long block : blocks) {
            front.deallocate(block, SIZE, 8);
        }
    }
}
