package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.bytecode.ClassFile.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassFileTest {
    private static final int PUBLIC_STATIC = Modifier.PUBLIC | Modifier.STATIC;

    @Test
    void aClassFileTellsWhatItsSourceDeclares() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Pool", """
                package com.acme;
                @dev.heapwright.annotations.Allocator
                @Deprecated
                public final class Pool<T> extends java.util.ArrayList<T> {
                    int size;
                    private Pool() {}
                    static <E extends Exception> long[] make(String name, E[] more) throws E, java.io.IOException {
                        return null;
                    }
                    public static native long next(long from);
                }
                """);
        assertEquals("com.acme.Pool", file.name());
        assertEquals("com.acme.Pool", file.canonicalName());
        assertEquals(Modifier.PUBLIC | Modifier.FINAL, file.access() & 0xFFFF & ~Opcodes.ACC_SUPER);
        assertEquals(true, file.generic());
        assertEquals(Set.of("dev.heapwright.annotations.Allocator", "java.lang.Deprecated"), file.annotations());
        assertEquals(
                List.of(
                        new Method("<init>", "()V", Modifier.PRIVATE, false, List.of()),
                        new Method(
                                "make",
                                "(Ljava/lang/String;[Ljava/lang/Exception;)[J",
                                Modifier.STATIC,
                                true,
                                List.of("java.lang.Exception", "java.io.IOException")),
                        new Method("next", "(J)J", PUBLIC_STATIC | Modifier.NATIVE, false, List.of())),
                file.methods());
    }

    @Test
    void aSignatureThatIsNotOfTypeParametersIsNotGeneric() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Names", """
                package com.acme;
                class Names extends java.util.ArrayList<String> {
                    void all(java.util.List<String> names) {}
                }
                """);
        assertEquals(false, file.generic());
        assertEquals(
                List.of(false, false),
                file.methods().stream().map(Method::generic).toList());
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
        assertEquals(Modifier.PROTECTED | Modifier.STATIC, inner.access());
        ClassFile deep = compiled("com.acme.My$Pool$Inner$Größe", source);
        assertEquals("com.acme.My$Pool.Inner.Größe", deep.canonicalName());
        assertEquals(Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL, deep.access());
    }

    @Test
    void aClassThatHoldsOthersIsNotTakenForOneOfThem() throws MalformedClassFileException {
        ClassFile file = compiled("com.acme.Outer", """
                package com.acme;
                public class Outer {
                    private static class Inner {}
                    Object[] all = {new Inner(), new Object() {}};
                }
                """);
        assertEquals("com.acme.Outer", file.canonicalName());
        assertEquals(Modifier.PUBLIC, file.access() & ~Opcodes.ACC_SUPER);
    }

    @Test
    void aLocalClassHasNoNameInSourceButItsOwn() throws MalformedClassFileException {
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
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17, 69, 100, 0x145, 0xFFFF, 65 | Opcodes.V_PREVIEW})
    void theVersionOfTheClassFileIsOfNoMeaning(int version) throws MalformedClassFileException {
        byte[] bytes = pool();
        for (int i = 0; i < 4; i++) {
            bytes[4 + i] = (byte) (version >>> (24 - 8 * i));
        }
        byte[] copy = bytes.clone();
        assertEquals("com.acme.Pool", ClassFile.read(bytes).name());
        assertArrayEquals(copy, bytes);
    }

    @Test
    void whatDoesNotStartAsAClassFileIsNone() {
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
    void aClassFileThatEndsEarlyIsDamaged() {
        byte[] bytes = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 9};
        assertEquals("it is corrupt", reason(bytes).substring(0, 13));
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
