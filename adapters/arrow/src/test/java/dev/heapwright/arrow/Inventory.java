package dev.heapwright.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Some rows in vectors of each of Arrow's layouts, and the dictionary that one of them is encoded with. */
final class Inventory implements AutoCloseable {
    /** The rows as Arrow prints them; the colours as their indices in the dictionary. */
    static final String ROWS = """
            stock	price	weight	sold	name	sizes	place	colour
            0	0.00	0.0	true	thing 0	[]	{"shelf":0}	0
            1	1.25	0.5	false	null	[1]	{"shelf":1}	1
            null	2.50	1.0	true	thing 2	[1,2]	{"shelf":2}	2
            3	3.75	1.5	false	thing 3	[1,2,3]	{"shelf":3}	0
            """;

    private final VarCharVector colours;
    private final DictionaryProvider.MapDictionaryProvider dictionaries;
    private final VectorSchemaRoot root;

    Inventory(BufferAllocator allocator) {
        colours = words(allocator, "colours", "red", "green", "blue");
        Dictionary dictionary = new Dictionary(colours, new DictionaryEncoding(1, false, null));
        dictionaries = new DictionaryProvider.MapDictionaryProvider(dictionary);
        root = new VectorSchemaRoot(List.of(
                stock(allocator),
                prices(allocator),
                weights(allocator),
                sold(allocator),
                names(allocator),
                sizes(allocator),
                places(allocator),
                encoded(allocator, dictionary)));
        root.setRowCount(4);
    }

    /** {@return two batches of the rows, in Arrow's stream format} */
    static byte[] stream() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (RootAllocator root = HeapAllocators.root();
                Inventory inventory = new Inventory(root);
                ArrowStreamWriter writer = new ArrowStreamWriter(
                        inventory.root(), inventory.dictionaries(), Channels.newChannel(stream))) {
            writer.start();
            writer.writeBatch();
            writer.writeBatch();
            writer.end();
        }
        return stream.toByteArray();
    }

    VectorSchemaRoot root() {
        return root;
    }

    DictionaryProvider.MapDictionaryProvider dictionaries() {
        return dictionaries;
    }

    private static BigIntVector stock(BufferAllocator allocator) {
        BigIntVector vector = new BigIntVector("stock", allocator);
        for (int i : new int[] {0, 1, 3}) {
            vector.setSafe(i, i);
        }
        return vector;
    }

    private static DecimalVector prices(BufferAllocator allocator) {
        DecimalVector vector = new DecimalVector("price", allocator, 38, 2);
        for (int i = 0; i < 4; i++) {
            vector.setSafe(i, new BigDecimal("1.25").multiply(BigDecimal.valueOf(i)));
        }
        return vector;
    }

    private static Float8Vector weights(BufferAllocator allocator) {
        Float8Vector vector = new Float8Vector("weight", allocator);
        for (int i = 0; i < 4; i++) {
            vector.setSafe(i, i / 2.0);
        }
        return vector;
    }

    private static BitVector sold(BufferAllocator allocator) {
        BitVector vector = new BitVector("sold", allocator);
        for (int i = 0; i < 4; i++) {
            vector.setSafe(i, 1 - i % 2);
        }
        return vector;
    }

    private static VarCharVector names(BufferAllocator allocator) {
        VarCharVector vector = words(allocator, "name", "thing 0", "", "thing 2", "thing 3");
        vector.setNull(1);
        return vector;
    }

    private static ListVector sizes(BufferAllocator allocator) {
        ListVector vector = ListVector.empty("sizes", allocator);
        UnionListWriter writer = vector.getWriter();
        for (int i = 0; i < 4; i++) {
            writer.setPosition(i);
            writer.startList();
            for (int size = 1; size <= i; size++) {
                writer.integer().writeInt(size);
            }
            writer.endList();
        }
        return vector;
    }

    private static StructVector places(BufferAllocator allocator) {
        StructVector vector = StructVector.empty("place", allocator);
        IntVector shelf = vector.addOrGet("shelf", FieldType.nullable(MinorType.INT.getType()), IntVector.class);
        for (int i = 0; i < 4; i++) {
            vector.setIndexDefined(i);
            shelf.setSafe(i, i);
        }
        return vector;
    }

    private static FieldVector encoded(BufferAllocator allocator, Dictionary dictionary) {
        try (VarCharVector vector = words(allocator, "colour", "red", "green", "blue", "red")) {
            return (FieldVector) DictionaryEncoder.encode(vector, dictionary);
        }
    }

    private static VarCharVector words(BufferAllocator allocator, String name, String... words) {
        VarCharVector vector = new VarCharVector(name, FieldType.nullable(new ArrowType.Utf8()), allocator);
        for (int i = 0; i < words.length; i++) {
            vector.setSafe(i, words[i].getBytes(StandardCharsets.UTF_8));
        }
        vector.setValueCount(words.length);
        return vector;
    }

    @Override
    public void close() {
        root.close();
        colours.close();
    }
}
