package dev.heapwright.testkit.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Determines whether this process has memory at an address, on Linux. */
final class Mapped {
    private static final Path MEMORY = Path.of("/proc/self/mem");

    private Mapped() {}

    /**
     * {@return whether memory is mapped there; also true if that cannot be determined}
     *
     * @param address of a byte
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mem.5.html">proc_pid_mem(5)</a>
     */
    static boolean contains(long address) {
        try (FileChannel memory = FileChannel.open(MEMORY, StandardOpenOption.READ)) {
            return isReadable(memory, address);
        } catch (IOException notLinux) {
            return true;
        }
    }

    private static boolean isReadable(FileChannel memory, long address) {
        try {
            return memory.read(ByteBuffer.allocate(1), address) == 1;
        } catch (IOException notMapped) {
            return false;
        }
    }
}
