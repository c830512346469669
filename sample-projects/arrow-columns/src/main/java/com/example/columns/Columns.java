package com.example.columns;

import java.nio.charset.StandardCharsets;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The two types of columns. */
final class Columns {
    private Columns() {}

    static Field text(String name) {
        return new Field(name, FieldType.notNullable(new ArrowType.Utf8()), null);
    }

    static Field number(String name) {
        return new Field(name, FieldType.notNullable(new ArrowType.Int(32, true)), null);
    }

    static String text(VarCharVector column, int row) {
        return new String(column.get(row), StandardCharsets.UTF_8);
    }
}
