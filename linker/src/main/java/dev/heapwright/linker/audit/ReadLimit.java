package dev.heapwright.linker.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bounds what is read of an artifact: a small jar can have files in it that are larger than any memory. */
final class ReadLimit {
    /** In bytes; several times what the largest artifacts have. */
    static final long MOST = 4L << 30;

    private final byte[] buffer = new byte[1 << 16];
    private long left;

    ReadLimit(long most) {
        this.left = most;
    }

    /** The artifact is larger than the limit. */
    static final class ReachedException extends IOException {
        private static final long serialVersionUID = 1L;

        ReachedException() {
            super("it is larger than the limit for reading an artifact");
        }
    }

    /** {@return the rest of a file, cut off after {@code most} bytes} */
    byte[] read(InputStream in, int most) throws IOException {
        // InputStream.readNBytes(int) would clear 16 KiB for each file, and again for its end; most files are smaller.
        int read = in.readNBytes(buffer, 0, Math.min(most, buffer.length));
        byte[] content = Arrays.copyOf(buffer, read);
        if (read == buffer.length && read < most) {
            byte[] rest = in.readNBytes(most - read);
            content = Arrays.copyOf(content, read + rest.length);
            System.arraycopy(rest, 0, content, read, rest.length);
        }
        count(content.length);
        return content;
    }

    /** Reads and discards the rest of a file: skipping it would inflate it as well. */
    void skip(InputStream in) throws IOException {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            count(read);
        }
    }

    private void count(int bytes) throws ReachedException {
        left -= bytes;
        if (left < 0) {
            throw new ReachedException();
        }
    }
}
