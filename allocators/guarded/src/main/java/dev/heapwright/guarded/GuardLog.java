package dev.heapwright.guarded;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file that says of each guarded block where it was allocated and freed. It is mapped: what was written to it is there
 * even if the process ends in the same moment, so the address in the crash log of the JVM can be looked up.
 */
final class GuardLog {
    /** The bytes for a block, one half about its allocation, one about how it was freed. */
    private static final int RECORD = 4096;

    private static final int FRAMES = 16;

    /** Where each stack ends. */
    private static final Set<String> OWN =
            Set.of(GuardLog.class.getName(), GuardedBlocks.class.getName(), GuardedAllocator.class.getName());

    private final MappedByteBuffer text;

    private GuardLog(MappedByteBuffer text) {
        this.text = text;
    }

    /**
     * Creates the file, or empties it. A program that has been started must not fail for lack of it: if it cannot be
     * written, the standard error says so, and there is none.
     *
     * @param file its path
     * @param slots how many blocks it is for
     */
    static @Nullable GuardLog in(Path file, int slots) {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer text = channel.map(MapMode.READ_WRITE, 0, (long) slots * RECORD);
            GuardLog log = new GuardLog(text);
            for (int i = 0; i < slots; i++) {
                log.put(2 * i, "");
                log.put(2 * i + 1, "");
            }
            return log;
        } catch (IOException e) {
            System.err.println("no stacks of guarded blocks are recorded: cannot write to " + e.getMessage());
            return null;
        }
    }

    void allocated(int slot, long address, long size) {
        record(
                2 * slot,
                () -> "block of %d bytes from 0x%x to 0x%x, allocated by \"%s\"\n%s"
                        .formatted(size, address, address + size, thread(), stack()));
        record(2 * slot + 1, () -> "");
    }

    void freed(int slot, long address) {
        record(2 * slot + 1, () -> "block at 0x%x freed by \"%s\"\n%s".formatted(address, thread(), stack()));
    }

    /** Leaves it out if there is no room for it, in the Java heap or on the stack: allocating must not fail for that. */
    private void record(int half, Supplier<String> content) {
        try {
            put(half, content.get());
        } catch (OutOfMemoryError | StackOverflowError noRoom) {
            return;
        }
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private static String stack() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> OWN.contains(frame.getClassName()))
                        .limit(FRAMES)
                        .map(frame -> "  at " + frame.toStackTraceElement() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Fills up with ends of lines, so that the file is a text with blank lines. */
    private void put(int half, String content) {
        byte[] bytes = new byte[RECORD / 2];
        Arrays.fill(bytes, (byte) '\n');
        byte[] encoded = content.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, 0, Math.min(encoded.length, bytes.length - 1));
        text.put(half * (RECORD / 2), bytes);
    }
}
