package dev.heapwright.linker.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipException;

/**
 * Replaces files in a zip file. All others are copied as they are, with their permissions and links, which the JDK's own classes
 * do not keep.
 *
 * <p><b>Notation.</b> An entry has a <em>local header</em> before its content, and a <em>record</em> in the directory at the end of
 * the zip file. Both begin with a signature, and have flags, sizes, a CRC-32 and a name; the record also has the place of the local
 * header.
 *
 * <p><b>Algorithm.</b> The entries are copied in the order of the directory. One that is replaced gets its headers, with other sizes, and
 * its new content, deflated. One that is added gets the headers of one that is replaced, and so its permissions and its time, with
 * another name. The directory follows.
 *
 * <p>Reference: PKWARE, APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
 */
final class ImageZip {
    private static final int LOCAL_SIZE = 30;
    private static final int RECORD = 0x02014B50;
    private static final int RECORD_SIZE = 46;
    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;

    /** In the flags: sizes and CRC-32 follow the content. */
    private static final int SIZES_FOLLOW = 1 << 3;

    private final byte[] bytes;
    private final ByteBuffer zip;
    private final SortedMap<String, byte[]> files;
    private final NavigableSet<Integer> starts = new TreeSet<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    private ImageZip(byte[] zip, Map<String, byte[]> files) {
        bytes = zip;
        this.zip = numbers(zip);
        this.files = new TreeMap<>(files);
    }

    /**
     * {@return a zip file with the given content}
     *
     * @param zip bytes of a zip file without a comment, which are not changed
     * @param files content of each file that is replaced, or added; one of them is in the zip file
     * @throws ZipException if it is not such a zip file, or has more than 2 GiB or 65,534 entries
     */
    static byte[] with(byte[] zip, Map<String, byte[]> files) throws ZipException {
        try {
            return new ImageZip(zip, files).write();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw (ZipException) damaged().initCause(e);
        }
    }

    private byte[] write() throws ZipException {
        int end = zip.capacity() - END_SIZE;
        int first = zip.getInt(end + 16);
        int count = u2(zip, end + 10);
        if (zip.getInt(end) != END || count == 0xFFFF) {
            throw damaged();
        }
        starts.add(first);
        int[] records = new int[count];
        int position = first;
        for (int i = 0; i < count; i++) {
            if (zip.getInt(position) != RECORD) {
                throw damaged();
            }
            records[i] = position;
            starts.add(zip.getInt(position + 42));
            position = recordEnd(position);
        }
        int model = -1;
        for (int record : records) {
            byte[] content = files.remove(name(record));
            if (content == null) {
                copy(record);
            } else {
                model = record;
                replace(record, name(record), content);
            }
        }
        if (model < 0) {
            throw damaged();
        }
        for (Map.Entry<String, byte[]> added : files.entrySet()) {
            replace(model, added.getKey(), added.getValue());
        }
        return finish(end);
    }

    private void copy(int record) throws ZipException {
        int start = zip.getInt(record + 42);
        Integer next = starts.higher(start);
        if (next == null) {
            throw damaged();
        }
        entry(part(record, recordEnd(record)));
        output.writeBytes(part(start, next));
    }

    private void replace(int record, String name, byte[] content) {
        int start = zip.getInt(record + 42);
        int localEnd = start + LOCAL_SIZE + u2(zip, start + 26) + u2(zip, start + 28);
        byte[] deflated = deflated(content);
        entry(header(part(record, recordEnd(record)), 8, RECORD_SIZE, name, content, deflated));
        output.writeBytes(header(part(start, localEnd), 6, LOCAL_SIZE, name, content, deflated));
        output.writeBytes(deflated);
    }

    /** Adds the record of an entry that begins here. */
    private void entry(byte[] record) {
        numbers(record).putInt(42, output.size());
        directory.writeBytes(record);
        entries++;
    }

    /**
     * {@return a header of a file with other content, and perhaps another name}
     *
     * @param flags where its flags are; what follows them is the same in both kinds of headers
     * @param size of the header without the name and what follows it, in bytes
     */
    private static byte[] header(byte[] old, int flags, int size, String name, byte[] content, byte[] deflated) {
        byte[] newName = name.getBytes(StandardCharsets.UTF_8);
        int nameEnd = size + u2(numbers(old), flags + 20);
        byte[] header = Arrays.copyOf(old, old.length - nameEnd + size + newName.length);
        System.arraycopy(newName, 0, header, size, newName.length);
        System.arraycopy(old, nameEnd, header, size + newName.length, old.length - nameEnd);
        CRC32 crc = new CRC32();
        crc.update(content);
        numbers(header)
                .putShort(flags, (short) (u2(numbers(old), flags) & ~SIZES_FOLLOW))
                .putShort(flags + 2, (short) Deflater.DEFLATED)
                .putInt(flags + 8, (int) crc.getValue())
                .putInt(flags + 12, deflated.length)
                .putInt(flags + 16, content.length)
                .putShort(flags + 20, (short) newName.length);
        return header;
    }

    private byte[] finish(int end) {
        byte[] last = part(end, end + END_SIZE);
        numbers(last)
                .putShort(8, (short) entries)
                .putShort(10, (short) entries)
                .putInt(12, directory.size())
                .putInt(16, output.size());
        output.writeBytes(directory.toByteArray());
        output.writeBytes(last);
        return output.toByteArray();
    }

    private int recordEnd(int record) {
        return record + RECORD_SIZE + u2(zip, record + 28) + u2(zip, record + 30) + u2(zip, record + 32);
    }

    private String name(int record) {
        return new String(
                part(record + RECORD_SIZE, record + RECORD_SIZE + u2(zip, record + 28)), StandardCharsets.UTF_8);
    }

    private byte[] part(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return deflated.toByteArray();
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int u2(ByteBuffer bytes, int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    private static ZipException damaged() {
        return new ZipException("it is not such a zip file, or is damaged");
    }
}
