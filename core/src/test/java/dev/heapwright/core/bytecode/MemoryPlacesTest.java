package dev.heapwright.core.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class MemoryPlacesTest {
    @Test
    void eachWayOfTakingMemoryIsFoundInItsMethod() throws MalformedClassFileException {
        assertEquals(
                List.of(
                        "direct buffers: com.acme.Chunks.buffer",
                        "zlib: com.acme.Chunks.compress",
                        "reflection: com.acme.Chunks.FFM",
                        "reflection: com.acme.Chunks.byName",
                        "loads libraries: com.acme.Chunks.<clinit>",
                        "mapped files: com.acme.Chunks.map"),
                places("com.acme.Chunks", """
                        package com.acme;

                        import java.io.IOException;
                        import java.nio.ByteBuffer;
                        import java.nio.channels.FileChannel;
                        import java.util.zip.Deflater;

                        class Chunks {
                            static final String FFM = "java.lang.foreign.Arena";

                            static {
                                System.loadLibrary("chunks");
                            }

                            ByteBuffer buffer() {
                                return ByteBuffer.allocateDirect(1) == null ? null : ByteBuffer.allocateDirect(2);
                            }

                            ByteBuffer map(FileChannel file) throws IOException {
                                return file.map(FileChannel.MapMode.READ_ONLY, 0, 1);
                            }

                            Deflater compress() {
                                return new Deflater();
                            }

                            Object byName() throws ReflectiveOperationException {
                                return Class.forName("java.lang.foreign.Linker");
                            }

                            ByteBuffer none() {
                                System.out.println("java.lang.foreigner");
                                return ByteBuffer.allocate(1);
                            }
                        }
                        """));
    }

    @Test
    void codeInALambdaIsThatOfTheMethodAroundIt() throws MalformedClassFileException {
        assertEquals(
                List.of(
                        "direct buffers: com.acme.Chunks.<clinit>",
                        "direct buffers: com.acme.Chunks.<init>",
                        "direct buffers: com.acme.Chunks.lambda",
                        "direct buffers: com.acme.Chunks.reference"),
                places("com.acme.Chunks", """
                        package com.acme;

                        import java.nio.ByteBuffer;
                        import java.util.function.IntFunction;

                        class Chunks {
                            static final IntFunction<ByteBuffer> SHARED = size -> ByteBuffer.allocateDirect(size);

                            final IntFunction<ByteBuffer> own = size -> ByteBuffer.allocateDirect(size);

                            IntFunction<ByteBuffer> lambda() {
                                return size -> ByteBuffer.allocateDirect(size);
                            }

                            IntFunction<ByteBuffer> reference() {
                                return ByteBuffer::allocateDirect;
                            }
                        }
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "dev/heapwright/heap/Heap, allocate, (JJ)J, Heap",
        "dev/heapwright/heap/Heap, usableSize, (JJ)J,",
        "sun/misc/Unsafe, allocateMemory, (J)J, Unsafe",
        "jdk/internal/misc/Unsafe, reallocateMemory, (JJ)J, Unsafe",
        "jdk/internal/misc/Unsafe, allocateInstance, (Ljava/lang/Class;)Ljava/lang/Object;,",
        "java/nio/MappedByteBuffer, allocateDirect, (I)Ljava/nio/ByteBuffer;, direct buffers",
        "io/netty/buffer/Buffers, allocateDirect, (I)Ljava/nio/ByteBuffer;,",
        "java/lang/foreign/Arena, allocate, (JJ)Ljava/lang/foreign/MemorySegment;, arenas",
        "java/lang/foreign/SegmentAllocator, allocateFrom, (J)Ljava/lang/foreign/MemorySegment;, arenas",
        "java/lang/foreign/Arena, close, ()V,",
        "java/lang/foreign/Linker, downcallHandle, ()Ljava/lang/invoke/MethodHandle;, native functions",
        "com/sun/jna/Memory, <init>, (J)V, native functions",
        "com/sun/jna/Native, load, (Ljava/lang/Class;)Ljava/lang/Object;, native functions",
        "jnr/ffi/Memory, allocateDirect, (Ljnr/ffi/Runtime;I)Ljnr/ffi/Pointer;, native functions",
        "java/lang/Runtime, load, (Ljava/lang/String;)V, loads libraries",
        "java/util/ServiceLoader, load, (Ljava/lang/Class;)Ljava/util/ServiceLoader;,",
        "java/lang/foreign/SymbolLookup, libraryLookup, ()Ljava/lang/foreign/SymbolLookup;, loads libraries",
        "java/nio/channels/FileChannel, map, ()Ljava/lang/foreign/MemorySegment;, mapped files",
        "com/acme/Channel, map, ()Ljava/nio/MappedByteBuffer;, mapped files",
        "java/util/stream/Stream, map, (Ljava/util/function/Function;)Ljava/util/stream/Stream;,",
        "java/util/zip/GZIPInputStream, <init>, (Ljava/io/InputStream;)V, zlib",
        "java/util/zip/CRC32, <init>, ()V,",
    })
    void theClassAndTheNameOfAMethodTellWhetherItTakesMemory(
            String owner, String name, String descriptor, String expected) throws MalformedClassFileException {
        ClassWriter writer = chunks();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "grow", "()V", null, null);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        method.visitEnd();
        assertEquals(
                expected == null ? List.of() : List.of(expected + ": com.acme.Chunks.grow"),
                text(MemoryPlaces.read(writer.toByteArray())));
    }

    @Test
    void aClassThatOnlyNamesWhatTakesMemoryTakesNone() throws MalformedClassFileException {
        ClassWriter writer = chunks();
        writer.newMethod("sun/misc/Unsafe", "allocateMemory", "(J)J", false);
        byte[] bytes = writer.toByteArray();
        assertEquals(Set.of(), MemoryPlaces.read(bytes));
        // Its methods were read in vain.
        assertTrue(MemoryPlaces.mayTakeMemory(new ClassReader(bytes)));
    }

    @Test
    void theMethodsOfAClassWithoutSuchAConstantAreNotRead() {
        ClassWriter writer = chunks();
        writer.newMethod("com/acme/Pool", "allocateMemory", "(J)J", false);
        writer.newConst("sun.misc.Unsafe");
        writer.newHandle(Opcodes.H_INVOKESTATIC, "com/acme/Pool", "allocateDirect", "()V", false);
        assertFalse(MemoryPlaces.mayTakeMemory(new ClassReader(writer.toByteArray())));
    }

    @Test
    void aMethodHandleIsACall() throws MalformedClassFileException {
        ClassWriter writer = chunks();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "grow", "()V", null, null);
        method.visitLdcInsn(new Handle(Opcodes.H_INVOKEVIRTUAL, "sun/misc/Unsafe", "allocateMemory", "(J)J", false));
        method.visitEnd();
        assertEquals(List.of("Unsafe: com.acme.Chunks.grow"), text(MemoryPlaces.read(writer.toByteArray())));
    }

    static ClassWriter chunks() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Chunks", null, "java/lang/Object", null);
        return writer;
    }

    private static List<String> places(String name, String source) throws MalformedClassFileException {
        return text(MemoryPlaces.read(
                Objects.requireNonNull(Compiler.compile(name, source).get(name))));
    }

    private static List<String> text(Set<MemoryPlace> places) {
        return new TreeSet<>(places)
                .stream().map(place -> place.source() + ": " + place.name()).collect(Collectors.toList());
    }
}
