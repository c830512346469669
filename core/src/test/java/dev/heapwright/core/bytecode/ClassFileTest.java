package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.FunctionShape;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassFileTest {
    @Test
    void aClassFileHasTheDeclarationsOfItsSource() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Pool", """
                package com.acme;
                @dev.heapwright.annotations.Allocator
                @Deprecated
                public final class Pool<T> extends java.util.ArrayList<T> {
                    int size;
                    private Pool() {}
                    static <E extends Exception> long[] allocate(String name, E[] more) throws E, java.io.IOException {
                        return null;
                    }
                    public static native void deallocate(long from, int... sizes) throws Error;
                    public static native long other(long from);
                }
                """);
        assertEquals("com.acme.Pool", file.name());
        assertEquals("com.acme.Pool", file.canonicalName());
        assertEquals("java.util.ArrayList", file.superclass());
        assertEquals(Set.of("dev.heapwright.annotations.Allocator", "java.lang.Deprecated"), file.annotations());
        ClassShape shape = file.shape();
        assertEquals("com.acme", shape.packageName());
        assertEquals(ClassShape.Kind.CLASS, shape.kind());
        assertEquals(ClassShape.Nesting.TOP_LEVEL, shape.nesting());
        assertEquals(Modifier.PUBLIC | Modifier.FINAL, shape.modifiers());
        assertEquals(true, shape.generic());
        assertEquals(
                List.of(
                        "static <T> long[] allocate(java.lang.String arg0, java.lang.Exception[] arg1)"
                                + " throws java.lang.Exception, java.io.IOException",
                        "public static native void deallocate(long arg0, int... arg1) throws java.lang.Error"),
                shape.functions().stream().map(FunctionShape::declaration).toList());
        assertEquals(
                List.of(true, true, false),
                shape.functions().stream()
                        .flatMap(function -> function.exceptions().stream())
                        .map(FunctionShape.Thrown::checked)
                        .toList());
    }

    @Test
    void aSignatureThatIsNotOfTypeParametersIsNotGeneric() throws MalformedClassFileException {
        ClassShape shape = compiled("com.acme.Names", """
                package com.acme;
                class Names extends java.util.ArrayList<String> {
                    void allocate(java.util.List<String> names) {}
                }
                """).shape();
        assertEquals(false, shape.generic());
        assertEquals(List.of(), shape.functions().get(0).typeParameters());
    }

    @ParameterizedTest
    @CsvSource({"interface,INTERFACE", "enum,ENUM", "@interface,ANNOTATION", "record,RECORD", "abstract class,CLASS"})
    void theKindOfATypeIsTold(String declared, ClassShape.Kind kind) throws MalformedClassFileException {
        String header = declared.equals("record") ? "Pool()" : "Pool";
        assertEquals(
                kind,
                compiled("com.acme.Pool", "package com.acme; " + declared + " " + header + " {}")
                        .shape()
                        .kind());
    }

    @Test
    void aMethodThatTheCompilerAddsIsNoFunction() throws MalformedClassFileException {
        ClassShape shape = compiled("com.acme.Pool", """
                package com.acme;
                class Pool implements java.util.function.LongUnaryOperator, Allocates<Long> {
                    public Long allocate(Long size) { return size; }
                    public long applyAsLong(long size) { return size; }
                }
                interface Allocates<T> { T allocate(T size); }
                """).shape();
        assertEquals(
                List.of("public java.lang.Long allocate(java.lang.Long arg0)"),
                shape.functions().stream().map(FunctionShape::declaration).toList());
    }

    @Test
    void aNestedClassHasTheNameAndTheFlagsOfItsDeclaration() throws MalformedClassFileException {
        String source = """
                package com.acme;
                class My$Pool {
                    protected static class Inner {
                        private static final class Größe {}
                    }
                }
                """;
        ClassFile inner = compiled("com.acme.My$Pool$Inner", source);
        assertEquals("com.acme.My$Pool.Inner", inner.canonicalName());
        assertEquals(Modifier.PROTECTED | Modifier.STATIC, inner.shape().modifiers());
        assertEquals(ClassShape.Nesting.MEMBER, inner.shape().nesting());
        ClassFile deep = compiled("com.acme.My$Pool$Inner$Größe", source);
        assertEquals("com.acme.My$Pool.Inner.Größe", deep.canonicalName());
        assertEquals(
                Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL,
                deep.shape().modifiers());
        assertEquals("com.acme.My$Pool", deep.outermost());
        assertEquals(
                List.of(
                        new ClassShape.Enclosing("com.acme.My$Pool.Inner", false),
                        new ClassShape.Enclosing("com.acme.My$Pool", true)),
                deep.shape().enclosing());
        assertEquals(
                List.of(
                        new ClassShape.Enclosing("com.acme.My$Pool.Inner", false),
                        new ClassShape.Enclosing("com.acme.My$Pool", false)),
                deep.shapeWithin(compiled("com.acme.My$Pool", source)).enclosing());
    }

    @Test
    void aClassWithNestedOnesIsNotConfusedWithThem() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Outer", """
                package com.acme;
                public class Outer {
                    private static class Inner {}
                    Object[] all = {new Inner(), new Object() {}};
                }
                """);
        assertEquals("com.acme.Outer", file.canonicalName());
        assertEquals(Modifier.PUBLIC, file.shape().modifiers());
        assertEquals(file.shape(), file.shapeWithin(file));
    }

    @Test
    void aLocalClassHasOnlyItsBinaryName() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Outer$1Local", """
                package com.acme;
                public class Outer {
                    Object make() {
                        class Local {}
                        return new Local();
                    }
                }
                """);
        assertEquals("com.acme.Outer$1Local", file.canonicalName());
        assertEquals(ClassShape.Nesting.LOCAL, file.shape().nesting());
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17, 69, 100, 0x145, 0xFFFF, 65 | Opcodes.V_PREVIEW})
    void theVersionOfTheClassFileIsIrrelevant(int version) throws MalformedClassFileException {
        byte[] bytes = pool();
        for (int i = 0; i < 4; i++) {
            bytes[4 + i] = (byte) (version >>> (24 - 8 * i));
        }
        byte[] copy = bytes.clone();
        assertEquals("com.acme.Pool", ClassFile.read(bytes).name());
        assertArrayEquals(copy, bytes);
    }

    @Test
    void aFileWithoutTheMagicNumberIsNotAClassFile() {
        byte[] bytes = pool();
        for (int i = 0; i < 4; i++) {
            byte[] other = bytes.clone();
            other[i]++;
            assertEquals("it is not a class file", reason(other));
        }
        assertEquals("it is not a class file", reason(new byte[0]));
        assertEquals("it is not a class file", reason(new byte[1000]));
    }

    @Test
    void aTruncatedClassFileIsDamaged() {
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 9};
        assertEquals("it is corrupt: damaged, or cut off", reason(bytes));
    }

    private static byte[] pool() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Modifier.PUBLIC, "com/acme/Pool", null, "java/lang/Object", null);
        return writer.toByteArray();
    }

    private static String reason(byte[] bytes) {
        return String.valueOf(assertThrows(MalformedClassFileException.class, () -> ClassFile.read(bytes))
                .getMessage());
    }

    private static ClassFile compiled(String name, String source) throws MalformedClassFileException {
        String unit = source.contains("class My$Pool") ? "com.acme.My$Pool" : name.replaceAll("\\$.*", "");
        return ClassFile.read(
                Objects.requireNonNull(Compiler.compile(unit, source).get(name)));
    }
}
