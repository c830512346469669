package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the constants of a class file do not show is in none of its methods. */
class MemoryPlacesFilterTest {
    private static final Handle BOOTSTRAP =
            new Handle(Opcodes.H_INVOKESTATIC, "com/acme/Bootstrap", "make", "()V", false);

    /** How a class mentions something; each is one kind of constant or instruction. */
    enum Form {
        CALL,
        INTERFACE_CALL,
        HANDLE,
        ARGUMENT_OF_INDY,
        ARGUMENT_OF_CONSTANT,
        NESTED_CONSTANT,
        BOOTSTRAP,
        TEXT,
        FIELD
    }

    record Mention(Form form, String owner, String name, String descriptor) {}

    @Property
    void theFilterMissesNothingThatTheMethodsHave(@ForAll @Size(max = 6) List<@From("mentions") Mention> mentions)
            throws MalformedClassFileException {
        ClassWriter writer = MemoryPlacesTest.chunks();
        for (int i = 0; i < mentions.size(); i++) {
            write(writer, mentions.get(i), "m" + i);
        }
        byte[] bytes = writer.toByteArray();
        assertEquals(MemoryPlaces.readMethods(new ClassReader(bytes)), MemoryPlaces.read(bytes));
    }

    @Property
    void norInADamagedFile(
            @ForAll @Size(min = 1, max = 6) List<@From("mentions") Mention> mentions,
            @ForAll @IntRange(min = 8, max = 1 << 20) int position,
            @ForAll byte value) {
        ClassWriter writer = MemoryPlacesTest.chunks();
        for (int i = 0; i < mentions.size(); i++) {
            write(writer, mentions.get(i), "m" + i);
        }
        byte[] bytes = writer.toByteArray();
        bytes[8 + position % (bytes.length - 8)] = value;
        try {
            assertEquals(MemoryPlaces.readMethods(ClassFile.reader(bytes)), MemoryPlaces.read(bytes));
        } catch (MalformedClassFileException | RuntimeException e) {
            // It is refused: by the first of the two only, if its constants are in order.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.base", "java.net.http", "jdk.zipfs"})
    void norInTheClassesOfTheJdk(String module) throws IOException, MalformedClassFileException {
        Path classes = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module);
        Set<MemoryPlace> found = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file :
                    walk.filter(each -> each.toString().endsWith(".class")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Set<MemoryPlace> places = MemoryPlaces.read(bytes);
                assertEquals(MemoryPlaces.readMethods(ClassFile.reader(bytes)), places, file::toString);
                found.addAll(places);
            }
        }
        assertNotEquals(Set.of(), found);
    }

    @Provide
    Arbitrary<Mention> mentions() {
        return Combinators.combine(
                        Arbitraries.of(Form.class),
                        Arbitraries.of(
                                "sun/misc/Unsafe",
                                "java/nio/ByteBuffer",
                                "java/nio/channels/FileChannel",
                                "java/lang/foreign/Arena",
                                "java/lang/System",
                                "java/lang/foreign/Linker",
                                "java/lang/foreign/SymbolLookup",
                                "java/util/zip/Inflater",
                                "com/sun/jna/Memory",
                                "com/sun/jna/Native",
                                "jnr/ffi/Memory",
                                "dev/heapwright/heap/Heap",
                                "com/acme/Other"),
                        Arbitraries.of(
                                "allocateMemory",
                                "allocateDirect",
                                "map",
                                "allocate",
                                "reallocateMemory",
                                "downcallHandle",
                                "libraryLookup",
                                "register",
                                "load",
                                "loadLibrary",
                                "java.nio.DirectByteBuffer",
                                "java.lang.foreign.Arena",
                                "other"),
                        Arbitraries.of("()V", "(J)J", "()Ljava/nio/MappedByteBuffer;"))
                .as(Mention::new);
    }

    private static void write(ClassWriter writer, Mention mention, String name) {
        if (mention.form() == Form.FIELD) {
            writer.visitField(Opcodes.ACC_STATIC, name, "Ljava/lang/String;", null, mention.name());
            return;
        }
        String method = mention.name().replace('.', '_');
        Handle handle = new Handle(Opcodes.H_INVOKESTATIC, mention.owner(), method, mention.descriptor(), false);
        MethodVisitor code = Objects.requireNonNull(writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null));
        switch (mention.form()) {
            case CALL ->
                code.visitMethodInsn(Opcodes.INVOKESTATIC, mention.owner(), method, mention.descriptor(), false);
            case INTERFACE_CALL ->
                code.visitMethodInsn(Opcodes.INVOKEINTERFACE, mention.owner(), method, mention.descriptor(), true);
            case HANDLE -> code.visitLdcInsn(handle);
            case ARGUMENT_OF_INDY -> code.visitInvokeDynamicInsn("get", "()V", BOOTSTRAP, handle, mention.name());
            case ARGUMENT_OF_CONSTANT ->
                code.visitLdcInsn(new ConstantDynamic("get", "Ljava/lang/Object;", BOOTSTRAP, mention.name(), handle));
            case NESTED_CONSTANT ->
                code.visitLdcInsn(new ConstantDynamic(
                        "get",
                        "Ljava/lang/Object;",
                        BOOTSTRAP,
                        new ConstantDynamic("inner", "Ljava/lang/Object;", BOOTSTRAP, handle)));
            case BOOTSTRAP -> code.visitInvokeDynamicInsn("get", "()V", handle);
            case TEXT -> code.visitLdcInsn(mention.name());
            case FIELD -> throw new IllegalArgumentException("not in a method");
        }
        code.visitEnd();
    }
}
