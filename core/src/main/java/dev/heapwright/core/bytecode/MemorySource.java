package dev.heapwright.core.bytecode;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ways in which Java code takes native memory, as class files name them. */
public enum MemorySource {
    /** The heap. */
    HEAP("Heap"),
    /** {@code Unsafe}, the public one or the JDK's own. */
    UNSAFE("Unsafe"),
    /** Direct byte buffers. */
    DIRECT_BUFFER("direct buffers"),
    /** Arenas, and other allocators of memory segments. */
    ARENA("arenas"),
    /** The JDK's copy of zlib. */
    ZLIB("zlib"),
    /** Native functions that are called without JNI: malloc, or any that take memory for themselves. */
    NATIVE_FUNCTION("native functions"),
    /** Names of the above that are used by reflection. */
    REFLECTION("reflection"),
    /** Native libraries that are loaded: what native methods do is not in class files. */
    LIBRARY("loads libraries"),
    /** Files that are mapped into memory. */
    MAPPED_FILE("mapped files");

    private static final Set<String> OF_HEAP =
            Set.of("allocate", "allocateZeroed", "reallocate", "reallocateInplace", "resizeInplace");
    private static final Set<String> OF_UNSAFE = Set.of("allocateMemory", "reallocateMemory");
    private static final Set<String> OF_JNA = Set.of("malloc", "load", "loadLibrary", "register", "getInstance");
    private static final Set<String> OF_ZLIB = Set.of(
            "Deflater",
            "DeflaterInputStream",
            "DeflaterOutputStream",
            "GZIPInputStream",
            "GZIPOutputStream",
            "Inflater",
            "InflaterInputStream",
            "InflaterOutputStream",
            "ZipFile",
            "ZipInputStream",
            "ZipOutputStream");
    private static final String ZLIB_PACKAGE = "java/util/zip/";
    private static final Set<String> NAMES =
            Set.of("allocateMemory", "reallocateMemory", "downcallHandle", "java.nio.DirectByteBuffer");

    private final String text;

    MemorySource(String text) {
        this.text = text;
    }

    /**
     * {@return how a call takes memory; empty if it does not}
     *
     * @param owner internal name of the class that the instruction names
     * @param name of the method
     * @param descriptor its types, which are rarely asked for
     */
    static Optional<MemorySource> ofCall(String owner, String name, Supplier<String> descriptor) {
        return switch (owner) {
            case "dev/heapwright/heap/Heap" -> HEAP.when(OF_HEAP.contains(name));
            case "sun/misc/Unsafe", "jdk/internal/misc/Unsafe" -> UNSAFE.when(OF_UNSAFE.contains(name));
            // A static method can also be called by the name of a subclass.
            case "java/nio/ByteBuffer", "java/nio/MappedByteBuffer" ->
                DIRECT_BUFFER.when(name.equals("allocateDirect"));
            case "java/lang/foreign/Arena", "java/lang/foreign/SegmentAllocator", "java/lang/foreign/MemorySegment" ->
                ARENA.when(name.startsWith("allocate"));
            case "java/lang/foreign/Linker" -> NATIVE_FUNCTION.when(name.equals("downcallHandle"));
            case "java/lang/foreign/SymbolLookup" -> LIBRARY.when(name.equals("libraryLookup"));
            case "java/lang/System", "java/lang/Runtime" ->
                LIBRARY.when(name.equals("load") || name.equals("loadLibrary"));
            case "com/sun/jna/Memory" -> NATIVE_FUNCTION.when(name.equals(Member.CONSTRUCTOR));
            case "com/sun/jna/Native", "com/sun/jna/NativeLibrary" -> NATIVE_FUNCTION.when(OF_JNA.contains(name));
            default -> ofOtherCall(owner, name, descriptor);
        };
    }

    private static Optional<MemorySource> ofOtherCall(String owner, String name, Supplier<String> descriptor) {
        if (owner.startsWith(ZLIB_PACKAGE)) {
            return ZLIB.when(
                    name.equals(Member.CONSTRUCTOR) && OF_ZLIB.contains(owner.substring(ZLIB_PACKAGE.length())));
        }
        if (owner.startsWith("jnr/ffi/")) {
            return NATIVE_FUNCTION.when(name.startsWith("allocate") || name.equals("load"));
        }
        // Of any class: there are many kinds of channels.
        return MAPPED_FILE.when(name.equals("map")
                && (descriptor.get().endsWith(")Ljava/nio/MappedByteBuffer;")
                        || owner.equals("java/nio/channels/FileChannel")));
    }

    /**
     * {@return {@link #REFLECTION} if a text names what takes memory; empty otherwise}
     *
     * @param text a constant
     */
    static Optional<MemorySource> ofText(String text) {
        return REFLECTION.when(text.startsWith("java.lang.foreign.") || NAMES.contains(text));
    }

    private Optional<MemorySource> when(boolean condition) {
        return condition ? Optional.of(this) : Optional.empty();
    }

    /** {@return the name for users, such as {@code direct buffers}} */
    @Override
    public String toString() {
        return text;
    }
}
