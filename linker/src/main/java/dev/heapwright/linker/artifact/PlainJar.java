package dev.heapwright.linker.artifact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * Reads the files of a jar in the order in which they are in it, without creating a stream for each: for a file of the usual
 * size, {@link java.util.zip.ZipFile} takes several times as long as inflating it. A jar in which anything is unusual is not
 * read at all. What is read is what {@code ZipFile} reads; where that is not certain, nothing is said.
 */
public final class PlainJar implements Closeable {
    static final int STORED = ZipEntry.STORED;
    static final int DEFLATED = ZipEntry.DEFLATED;

    private static final int HEADER = 0x04034B50;
    private static final int HEADER_SIZE = 30;

    private final FileChannel jar;
    private final List<Entry> files;
    private final Inflater inflater = new Inflater(true);

    /** The part of the jar that begins at {@link #windowStart}. */
    private final byte[] window = new byte[1 << 16];

    private int windowStart;
    private int windowLength;

    private Entry started = new Entry("", 0, 0, false);

    /** Where the content of the file that was started begins in the window. */
    private int content;

    private PlainJar(FileChannel jar, List<Entry> files) {
        this.jar = jar;
        this.files = files;
    }

    /**
     * A file in a jar, as its central directory has it.
     *
     * @param name of the entry
     * @param header where it begins, in bytes
     * @param compressed its size in the jar, in bytes
     * @param deflated whether it is compressed
     */
    public record Entry(String name, int header, int compressed, boolean deflated) {}

    /**
     * Opens a jar.
     *
     * @param location of a file
     * @return the jar, to be closed; empty if it is not plain, or cannot be read
     */
    public static Optional<PlainJar> open(Path location) {
        try {
            FileChannel channel = FileChannel.open(location);
            Optional<List<Entry>> files = Optional.empty();
            try {
                files = CentralDirectory.read(channel);
            } finally {
                if (files.isEmpty()) {
                    channel.close();
                }
            }
            return files.map(all -> new PlainJar(channel, all));
        } catch (IOException e) {
            // Whoever reads it otherwise says so.
            return Optional.empty();
        }
    }

    /** {@return all files, each with another name} */
    public List<Entry> files() {
        return files;
    }

    /**
     * Begins to read a file.
     *
     * @param file to be read next
     * @return whether {@link #read} can be called; not for a file that is too large, or is not where it should be
     * @throws IOException if the jar cannot be read
     */
    public boolean start(Entry file) throws IOException {
        if (!isInWindow(file.header(), (long) file.header() + HEADER_SIZE)) {
            return false;
        }
        int header = file.header() - windowStart;
        int from = file.header()
                + HEADER_SIZE
                + CentralDirectory.u2(window, header + 26)
                + CentralDirectory.u2(window, header + 28);
        if (CentralDirectory.i4(window, header) != HEADER || !isInWindow(from, (long) from + file.compressed())) {
            return false;
        }
        started = file;
        content = from - windowStart;
        inflater.reset();
        inflater.setInput(window, content, file.compressed());
        return true;
    }

    /**
     * Reads the file that was started, or more of it.
     *
     * @param buffer to be filled
     * @param from how much of it has been read
     * @param to how much is wanted, in bytes
     * @return how much of the file is in the buffer, less than wanted only if there is no more; -1 if it is damaged
     */
    public int read(byte[] buffer, int from, int to) {
        if (!started.deflated()) {
            int end = Math.max(from, Math.min(to, started.compressed()));
            System.arraycopy(window, content + from, buffer, from, end - from);
            return end;
        }
        try {
            int read = from;
            for (int more = 1; more > 0 && read < to; read += more) {
                more = inflater.inflate(buffer, read, to - read);
            }
            return read == to || inflater.finished() ? read : -1;
        } catch (DataFormatException e) {
            return -1;
        }
    }

    private boolean isInWindow(int from, long to) throws IOException {
        if (from >= windowStart && to <= (long) windowStart + windowLength) {
            return true;
        }
        if (from < 0 || to - from > window.length) {
            return false;
        }
        windowStart = from;
        windowLength = 0;
        ByteBuffer buffer = ByteBuffer.wrap(window);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = jar.read(buffer, (long) from + buffer.position());
        }
        windowLength = buffer.position();
        return to <= (long) windowStart + windowLength;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        jar.close();
    }
}
