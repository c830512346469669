package com.example.columns;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.Schema;

/** A batch of rows, with a vector for each column, and the file that contains the batches. */
final class ClassTable {
    private static final int ROWS_OF_A_BATCH = 4096;

    private final VectorSchemaRoot root;
    private final VarCharVector module;
    private final VarCharVector packageName;
    private final VarCharVector name;
    private final IntVector size;
    private final IntVector constants;
    private final IntVector fields;
    private final IntVector methods;

    private ClassTable(VectorSchemaRoot root) {
        this.root = root;
        module = (VarCharVector) root.getVector("module");
        packageName = (VarCharVector) root.getVector("package");
        name = (VarCharVector) root.getVector("name");
        size = (IntVector) root.getVector("size");
        constants = (IntVector) root.getVector("constants");
        fields = (IntVector) root.getVector("fields");
        methods = (IntVector) root.getVector("methods");
    }

    /** Receives a batch. */
    interface Visitor {
        void visit(ClassTable batch);
    }

    /**
     * Writes a row for each class file of the JDK.
     *
     * @throws IOException if the JDK cannot be read, or the file cannot be written
     */
    static void write(Path file, BufferAllocator allocator) throws IOException {
        Schema schema = new Schema(List.of(
                Columns.text("module"),
                Columns.text("package"),
                Columns.text("name"),
                Columns.number("size"),
                Columns.number("constants"),
                Columns.number("fields"),
                Columns.number("methods")));
        try (VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                ArrowFileWriter writer = new ArrowFileWriter(root, null, channel)) {
            ClassTable batch = new ClassTable(root);
            ClassFiles.forEach(facts -> {
                batch.add(facts);
                if (batch.rows() == ROWS_OF_A_BATCH) {
                    writer.writeBatch();
                    root.clear();
                }
            });
            writer.writeBatch();
            writer.end();
        }
    }

    /**
     * Reads a file, batch by batch.
     *
     * @return the number of batches
     * @throws IOException if it cannot be read
     */
    static int read(Path file, BufferAllocator allocator, Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            ClassTable batch = new ClassTable(reader.getVectorSchemaRoot());
            int batches = 0;
            while (reader.loadNextBatch()) {
                visitor.visit(batch);
                batches++;
            }
            return batches;
        }
    }

    /** {@return how many rows the batch has} */
    int rows() {
        return root.getRowCount();
    }

    String module(int row) {
        return Columns.text(module, row);
    }

    String packageName(int row) {
        return Columns.text(packageName, row);
    }

    int size(int row) {
        return size.get(row);
    }

    int constants(int row) {
        return constants.get(row);
    }

    int methods(int row) {
        return methods.get(row);
    }

    private void add(ClassFacts facts) {
        int row = rows();
        module.setSafe(row, bytes(facts.module()));
        packageName.setSafe(row, bytes(facts.packageName()));
        name.setSafe(row, bytes(facts.name()));
        size.setSafe(row, facts.size());
        constants.setSafe(row, facts.constants());
        fields.setSafe(row, facts.fields());
        methods.setSafe(row, facts.methods());
        root.setRowCount(row + 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
