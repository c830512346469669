package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.contract.FunctionShape;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Class files come out of jars that anybody may have made: whatever they contain, reading them terminates, and cleanly.
 */
class DamagedClassFileTest {
    private static final ClassName POOL = new ClassName("com.acme.Outer$Pool", "com.acme.Outer.Pool");
    private static final byte[] RIGHT = Objects.requireNonNull(
            Compiler.compile("com.acme.Outer", AllocatorSources.NESTED).get(POOL.binary()));

    @Test
    void aClassFileTruncatedAnywhereIsDamaged() {
        for (int length = 0; length < RIGHT.length; length++) {
            byte[] part = Arrays.copyOf(RIGHT, length);
            assertThrows(MalformedClassFileException.class, () -> ClassFile.read(part), length + " bytes");
        }
    }

    @Test
    void anyByteMayBeWrong() {
        for (int i = 0; i < RIGHT.length; i++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF, RIGHT[i] ^ 1, RIGHT[i] ^ 0x20}) {
                byte[] damaged = RIGHT.clone();
                damaged[i] = (byte) value;
                problemsOrMalformed(damaged);
            }
        }
    }

    @Property(tries = 5000)
    void severalBytesMayBeWrong(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 4, max = 1 << 20) Integer> places,
            @ForAll @Size(8) List<Byte> values) {
        byte[] damaged = RIGHT.clone();
        for (int i = 0; i < places.size(); i++) {
            damaged[places.get(i) % damaged.length] = values.get(i);
        }
        problemsOrMalformed(damaged);
    }

    @Property
    void anythingMayFollowTheHeader(@ForAll @Size(max = 300) byte[] tail) {
        byte[] damaged = Arrays.copyOf(RIGHT, 8 + tail.length);
        System.arraycopy(tail, 0, damaged, 8, tail.length);
        problemsOrMalformed(damaged);
    }

    @Test
    void annotationValuesMayBeNestedBeyondAnyStack() {
        ClassWriter writer = pool();
        Deque<AnnotationVisitor> open = new ArrayDeque<>();
        open.push(writer.visitAnnotation("Lcom/acme/Deep;", true));
        for (int depth = 0; depth < 200_000; depth++) {
            open.push(open.element().visitArray("value"));
        }
        open.forEach(AnnotationVisitor::visitEnd);
        assertEquals(Optional.empty(), problemsOrMalformed(writer.toByteArray()));
    }

    @Test
    void aConstantMayBeMadeOfItself() {
        ClassWriter writer = pool();
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, "com/acme/Pool", "make", "()V", false);
        ConstantDynamic constant = new ConstantDynamic("one", "J", bootstrap, 0x5A5A);
        writer.visitField(Opcodes.ACC_STATIC, "field", "J", null, constant);
        byte[] bytes = writer.toByteArray();
        // The last two bytes are the constant's only argument.
        ByteBuffer argument = ByteBuffer.wrap(bytes, bytes.length - 2, 2);
        assertEquals(writer.newConst(0x5A5A), argument.getShort(bytes.length - 2));
        argument.putShort((short) writer.newConst(constant));
        assertEquals(Optional.empty(), problemsOrMalformed(bytes));
    }

    @Test
    void anAttributeMayClaimToBeLargerThanAllMemory() {
        ClassWriter writer = pool();
        writer.visitAttribute(new Attribute("com.acme.Huge") {
            @Override
            protected ByteVector write(ClassWriter owner, byte[] code, int length, int maxStack, int maxLocals) {
                return new ByteVector().putInt(0x5A5A5A5A);
            }
        });
        byte[] bytes = writer.toByteArray();
        int length = bytes.length - 8;
        for (byte first : new byte[] {0x40, 0x7F, (byte) 0x80, (byte) 0xFF}) {
            Arrays.fill(bytes, length, length + 4, (byte) 0xFF);
            bytes[length] = first;
            assertEquals(Optional.empty(), problemsOrMalformed(bytes));
        }
    }

    @Test
    void aClassMayClaimToBeNestedInItself() throws MalformedClassFileException {
        ClassWriter writer = pool();
        writer.visitInnerClass("com/acme/Pool", "com/acme/Pool", "Pool", Opcodes.ACC_PUBLIC);
        assertTrue(ClassFile.read(writer.toByteArray()).canonicalName().endsWith(".Pool"));
    }

    @Test
    void aClassMayClaimToBeNestedInACycleOfAnyLength() {
        ClassWriter writer = pool();
        String longest = "n".repeat(0xFFFF);
        writer.visitInnerClass("com/acme/Pool", "a", longest, 0);
        writer.visitInnerClass("a", "com/acme/Pool", longest, 0);
        for (int i = 0; i < 30_000; i++) {
            writer.visitInnerClass("b" + i, "b" + (i + 1), "", 0);
        }
        problemsOrMalformed(writer.toByteArray());
    }

    @Test
    void aClassMayClaimToBeNestedBeyondAnyStack() {
        ClassWriter writer = pool();
        writer.visitInnerClass("com/acme/Pool", "b0", "", 0);
        for (int i = 0; i < 30_000; i++) {
            writer.visitInnerClass("b" + i, "b" + (i + 1), "", 0);
        }
        problemsOrMalformed(writer.toByteArray());
    }

    @Test
    void aNameThatAFileRepeatsIsInMemoryOnce() throws MalformedClassFileException {
        ClassWriter writer = pool();
        String[] exceptions = new String[0xFFFF];
        // 4 GiB, if each were a separate string.
        Arrays.fill(exceptions, "a/".repeat(0x7FFF));
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "allocate", "()V", null, exceptions);
        List<FunctionShape.Thrown> names =
                ClassFile.read(writer.toByteArray()).shape().functions().get(0).exceptions();
        assertEquals(1, names.size());
    }

    @Test
    void aFileThatIsLargerThanAnyCompilersIsRefused() throws MalformedClassFileException {
        assertEquals(
                POOL.binary(),
                ClassFile.read(Arrays.copyOf(RIGHT, ClassFile.LARGEST)).name());
        byte[] larger = Arrays.copyOf(RIGHT, ClassFile.LARGEST + 1);
        assertEquals(
                "it is larger than 16777216 bytes",
                assertThrows(MalformedClassFileException.class, () -> ClassFile.read(larger))
                        .getMessage());
    }

    @Test
    void aTooLargeFileOfAFutureJavaMayBeLoadedByAJvm() {
        byte[] larger = Arrays.copyOf(RIGHT, ClassFile.LARGEST + 1);
        assertFalse(refusal(larger).isOfUnknownJava());
        larger[7] = (byte) 255;
        assertTrue(refusal(larger).isOfUnknownJava());
    }

    private static MalformedClassFileException refusal(byte[] file) {
        return assertThrows(MalformedClassFileException.class, () -> ClassFile.read(file));
    }

    @Test
    void aFileOfAFutureJavaNeedNotBeDamaged() {
        byte[] part = Arrays.copyOf(RIGHT, 100);
        part[6] = (byte) 0xFF;
        assertEquals(
                "it is corrupt, or compiled for a newer Java than this version of Heapwright supports",
                assertThrows(MalformedClassFileException.class, () -> ClassFile.read(part))
                        .getMessage());
    }

    private static ClassWriter pool() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Pool", null, "java/lang/Object", null);
        return writer;
    }

    /** {@return the problems of the allocator, none if it cannot be read; no other exception may be thrown} */
    private static Optional<List<String>> problemsOrMalformed(byte[] bytes) {
        for (Executable reading : List.<Executable>of(
                () -> ClassReferences.read(bytes), () -> ClassCode.read(bytes), () -> ClassHeader.read(bytes))) {
            try {
                reading.execute();
            } catch (MalformedClassFileException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith("it is "), e.getMessage());
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
        try {
            return Optional.of(ContractRules.violations(ClassFile.read(bytes).shape()).stream()
                    .map(violation -> DiagnosticRenderer.renderWhole(violation.diagnostic()))
                    .toList());
        } catch (MalformedClassFileException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("it is "), e.getMessage());
            return Optional.empty();
        }
    }
}
