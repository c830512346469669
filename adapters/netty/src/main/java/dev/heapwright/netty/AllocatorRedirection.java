package dev.heapwright.netty;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a class read a static field of another class. Only the constant pool is edited: the field's entry there gets another class
 * and another type, which are appended, so that no instruction changes and nothing moves.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">JVMS 4.4, The Constant Pool</a>
 */
final class AllocatorRedirection {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int NAME_AND_TYPE = 12;

    private final byte[] header = new byte[8];
    private final List<byte[]> entries = new ArrayList<>();
    private final byte[] rest;

    private AllocatorRedirection(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        in.readFully(header);
        int count = in.readUnsignedShort();
        // Nothing has the index 0.
        entries.add(new byte[0]);
        while (entries.size() < count) {
            int tag = in.readUnsignedByte();
            byte[] entry = entry(tag, in);
            entries.add(entry);
            if (isOfTwoPlaces(tag)) {
                entries.add(new byte[0]);
            }
        }
        rest = in.readAllBytes();
    }

    /**
     * {@return the edited class file}
     *
     * @param classFile whose class reads the field
     * @param from internal name of the class whose field it reads now
     * @param to internal name of the class whose field of the same name it shall read, of the type of that class
     * @param field the name of both
     * @throws IllegalArgumentException if the class does not read just one such field
     */
    static byte[] of(InputStream classFile, String from, String to, String field) throws IOException {
        AllocatorRedirection pool = new AllocatorRedirection(classFile);
        int found = 0;
        for (int i = 0; i < pool.entries.size(); i++) {
            byte[] entry = pool.entries.get(i);
            if (pool.isField(entry, from, field)) {
                found = found == 0 ? i : -1;
            }
        }
        if (found <= 0) {
            throw new IllegalArgumentException(
                    "it does not use " + from.replace('/', '.') + "." + field + " as expected");
        }
        int name = number(pool.entries.get(number(pool.entries.get(found), 3)), 1);
        int owner = pool.added(CLASS, pool.addedText(to));
        int type = pool.added(NAME_AND_TYPE, name, pool.addedText("L" + to + ";"));
        pool.entries.set(found, entryOf(FIELD, owner, type));
        return pool.written();
    }

    private boolean isField(byte[] entry, String owner, String name) {
        return entry.length > 0
                && entry[0] == FIELD
                && text(number(entries.get(number(entry, 1)), 1)).equals(owner)
                && text(number(entries.get(number(entry, 3)), 1)).equals(name);
    }

    private String text(int index) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entries.get(index)))) {
            in.skipNBytes(1);
            return in.readUTF();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private int addedText(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(UTF8);
        out.writeUTF(text);
        entries.add(bytes.toByteArray());
        return entries.size() - 1;
    }

    private int added(int tag, int... numbers) {
        entries.add(entryOf(tag, numbers));
        return entries.size() - 1;
    }

    private static byte[] entryOf(int tag, int... numbers) {
        byte[] entry = new byte[1 + 2 * numbers.length];
        entry[0] = (byte) tag;
        for (int i = 0; i < numbers.length; i++) {
            entry[1 + 2 * i] = (byte) (numbers[i] >> 8);
            entry[2 + 2 * i] = (byte) numbers[i];
        }
        return entry;
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(header);
        out.writeShort(entries.size());
        for (byte[] entry : entries) {
            out.write(entry);
        }
        out.write(rest);
        return bytes.toByteArray();
    }

    private static int number(byte[] entry, int at) {
        return ((entry[at] & 0xff) << 8) | (entry[at + 1] & 0xff);
    }

    private static byte[] entry(int tag, DataInputStream in) throws IOException {
        int length = tag == UTF8 ? in.readUnsignedShort() : lengthOf(tag);
        int start = tag == UTF8 ? 3 : 1;
        byte[] entry = new byte[start + length];
        entry[0] = (byte) tag;
        if (tag == UTF8) {
            entry[1] = (byte) (length >> 8);
            entry[2] = (byte) length;
        }
        in.readFully(entry, start, length);
        return entry;
    }

    private static int lengthOf(int tag) {
        return switch (tag) {
            // Class, String, MethodType, Module, Package
            case CLASS, 8, 16, 19, 20 -> 2;
            // MethodHandle
            case 15 -> 3;
            // Integer, Float, references of members, NameAndType, Dynamic, InvokeDynamic
            case 3, 4, FIELD, 10, 11, NAME_AND_TYPE, 17, 18 -> 4;
            // Long, Double
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("it has an entry of the unknown kind " + tag);
        };
    }

    private static boolean isOfTwoPlaces(int tag) {
        return tag == 5 || tag == 6;
    }
}
