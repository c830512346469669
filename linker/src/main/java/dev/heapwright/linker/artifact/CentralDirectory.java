package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a jar says of its entries at its end (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16), read only if nothing in it is unusual:
 * whatever this accepts, {@link java.util.zip.ZipFile} accepts as well, and finds the same.
 */
final class CentralDirectory {
    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_64 = 0x07064B50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int HEADER = 0x02014B50;
    private static final int HEADER_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int EXTRA_64 = 1;
    private static final int EXTRA_SIZE = 4;
    private static final char NOT_ASCII = '\uFFFD';

    private final byte[] bytes;
    private final Set<String> names = new HashSet<>();
    private final List<PlainJar.Entry> files = new ArrayList<>();

    private CentralDirectory(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return the files of a jar, in the order of the directory; empty if anything is unusual} */
    static Optional<List<PlainJar.Entry>> read(FileChannel jar) throws IOException {
        long length = jar.size();
        if (length < END_SIZE || length > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        int endSize = (int) Math.min(length, LOCATOR_64_SIZE + END_SIZE);
        byte[] tail = read(jar, (int) length - endSize, endSize);
        int end = endSize - END_SIZE;
        int count = u2(tail, end + 10);
        int size = i4(tail, end + 12);
        int start = i4(tail, end + 16);
        boolean plain = i4(tail, end) == END
                // Disk numbers, and the length of a comment.
                && i4(tail, end + 4) == 0
                && u2(tail, end + 8) == count
                && u2(tail, end + 20) == 0
                && (end < LOCATOR_64_SIZE || i4(tail, 0) != LOCATOR_64)
                && size >= 0
                && start >= 0
                && (long) start + size == length - END_SIZE;
        return plain ? new CentralDirectory(read(jar, start, size)).files(count, start) : Optional.empty();
    }

    private static byte[] read(FileChannel jar, int position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (jar.read(buffer, (long) position + buffer.position()) < 0) {
                throw new IOException("it has become shorter");
            }
        }
        return buffer.array();
    }

    private Optional<List<PlainJar.Entry>> files(int count, int limit) {
        int position = 0;
        for (int i = 0; i < count; i++) {
            if (position > bytes.length - HEADER_SIZE) {
                return Optional.empty();
            }
            int name = position + HEADER_SIZE;
            int extra = name + u2(bytes, position + 28);
            int comment = extra + u2(bytes, position + 30);
            int next = comment + u2(bytes, position + 32);
            if (next > bytes.length || !hasPlainExtra(extra, comment) || !add(position, name, extra, limit)) {
                return Optional.empty();
            }
            position = next;
        }
        return position == bytes.length ? Optional.of(files) : Optional.empty();
    }

    /** {@return whether an entry is plain} */
    private boolean add(int position, int nameStart, int nameEnd, int limit) {
        int method = u2(bytes, position + 10);
        int compressed = i4(bytes, position + 20);
        int size = i4(bytes, position + 24);
        int header = i4(bytes, position + 42);
        String name = new String(bytes, nameStart, nameEnd - nameStart, StandardCharsets.US_ASCII);
        boolean deflated = method == PlainJar.DEFLATED;
        if (i4(bytes, position) != HEADER
                || (u2(bytes, position + 8) & ENCRYPTED) != 0
                || !(deflated || (method == PlainJar.STORED && compressed == size))
                // The first disk.
                || u2(bytes, position + 34) != 0
                || compressed < 0
                || size < 0
                || header < 0
                || (long) header + compressed > limit
                || name.isEmpty()
                || name.indexOf(NOT_ASCII) >= 0
                || !names.add(name)) {
            return false;
        }
        if (!name.endsWith("/")) {
            files.add(new PlainJar.Entry(name, header, compressed, deflated));
        }
        return true;
    }

    /** {@return whether extra fields are well formed, and say nothing of sizes} */
    private boolean hasPlainExtra(int from, int to) {
        int position = from;
        while (position <= to - EXTRA_SIZE) {
            if (u2(bytes, position) == EXTRA_64) {
                return false;
            }
            position += EXTRA_SIZE + u2(bytes, position + 2);
        }
        return position == to;
    }

    static int u2(byte[] bytes, int position) {
        return (bytes[position] & 0xFF) | ((bytes[position + 1] & 0xFF) << 8);
    }

    /** {@return a number, which is negative from 2 GiB on} */
    static int i4(byte[] bytes, int position) {
        return u2(bytes, position) | (u2(bytes, position + 2) << 16);
    }
}
