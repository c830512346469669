package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Class files of dependencies that make a compiler warn, fail, or hang. */
class OddClassFilesTest {
    private static final String ENTRY = """
            package lib;

            public final class Entry {
                public static long use() { return Odd.use(); }
            }
            """;

    private static final String ODD = """
            package lib;

            final class Odd {
                static long use() { return 1; }
            }
            """;
    private static final String NOT_UNCHECKED = """
            Slab.java:9:75: error: [Heapwright/WrongSignature] com.acme.Slab.usableSize declares the checked exception lib.Odd
                  - public static native long usableSize(long size, long align) throws lib.Odd
                  + public static native long usableSize(long size, long align)
                help: declare it as shown
                more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
            """;

    /** {@return an allocator with the given first member} */
    private static String slab(String member) {
        return AllocatorSource.named("com.acme.Slab")
                .withNatives()
                .withFirst(member)
                .text();
    }

    private static String messages(Map<String, byte[]> library, String member) {
        return Compilation.of(
                        new LibraryFileManager(library),
                        Compilation.STRICT,
                        List.of(new HeapwrightProcessor()),
                        slab(member))
                .messages();
    }

    /** A JVM may load it, so what is reached through it is not known. */
    @Test
    void aClassFileOfANewerJavaThatCannotBeReadIsTold() {
        Map<String, byte[]> library = new TreeMap<>(LibraryFileManager.library(ENTRY, ODD));
        library.compute("lib.Odd", (name, file) -> unreadable(file, Opcodes.V25 + 1));
        assertEquals("""
                error: [Heapwright/UnreadableArtifact] a class file that an allocator may use cannot be read: what is reached through it is unknown
                      at lib/Odd.class
                      it is corrupt, or compiled for a newer Java than this version of Heapwright supports
                    help: have the artifact that it is in downloaded or rebuilt; for a newer Java, use a newer Heapwright
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact
                """, messages(library, "static final long USED = lib.Entry.use();"));
    }

    /** No JVM can load it either. */
    @Test
    void aClassFileOfAKnownJavaThatCannotBeReadReachesNothing() {
        Map<String, byte[]> library = new TreeMap<>(LibraryFileManager.library(ENTRY, ODD));
        library.compute("lib.Odd", (name, file) -> unreadable(file, Opcodes.V17));
        assertEquals("", messages(library, "static final long USED = lib.Entry.use();"));
    }

    /** {@return a class file of a major version, with a constant of a kind that no Java has} */
    private static byte[] unreadable(byte @Nullable [] file, int major) {
        ByteBuffer changed = ByteBuffer.wrap(Objects.requireNonNull(file).clone());
        changed.putShort(6, (short) major);
        changed.put(10, (byte) 99);
        return changed.array();
    }

    @Test
    void anAnnotationWithAMissingValueCausesNoWarning() {
        Map<String, byte[]> library = new TreeMap<>(LibraryFileManager.library(ENTRY, """
                package lib;

                @When.Said(When.ONE)
                final class Odd {
                    static long use() { return 1; }
                }
                """, """
                package lib;

                enum When {
                    ONE;

                    @interface Said {
                        When value();
                    }
                }
                """));
        library.remove("lib.When");
        assertEquals("", messages(library, "static long use() { return lib.Entry.use(); }"));
    }

    @Test
    void aClassFileThatTheCompilerRejectsIsIgnored() {
        Map<String, byte[]> library = new TreeMap<>(LibraryFileManager.library(ENTRY, ODD));
        // The minor version of a class file that uses preview features (JVMS 4.1).
        ByteBuffer.wrap(Objects.requireNonNull(library.get("lib.Odd"))).putShort(4, (short) 0xFFFF);
        assertEquals("", messages(library, "static long use() { return lib.Entry.use(); }"));
    }

    @Test
    void invalidNamesAreNotLookedUp() {
        Map<String, byte[]> library = new TreeMap<>(LibraryFileManager.library(ENTRY, ODD));
        library.put("lib.Odd", extending("lib/Odd", "lib/No where"));
        assertEquals("", messages(library, "static long use() { return lib.Entry.use(); }"));
    }

    /** Like the filer of Eclipse's editor, unlike that of its compiler. */
    @Test
    void aFilerWithoutAClassPathCausesNoInternalError() {
        Processor processor = new Wrapping(
                new HeapwrightProcessor(),
                filer -> Wrapping.proxy(Filer.class, (proxy, method, arguments) -> {
                    if (method.getName().equals("getResource")) {
                        throw new IllegalArgumentException("Unsupported location");
                    }
                    return method.invoke(filer, arguments);
                }));
        Compilation compilation = Compilation.of(
                new LibraryFileManager(LibraryFileManager.library(ENTRY, ODD)),
                Compilation.STRICT,
                List.of(processor),
                slab("static lib.Entry entry;"));
        assertEquals("", compilation.messages());
    }

    @Test
    void anExceptionThatExtendsItselfCountsAsChecked() {
        assertEquals(
                NOT_UNCHECKED,
                throwing(Map.of(
                        "lib.Odd", extending("lib/Odd", "lib/Back"),
                        "lib.Back", extending("lib/Back", "lib/Odd"))));
    }

    @Test
    void anExceptionWhoseSuperclassIsMissingCountsAsChecked() {
        assertEquals(NOT_UNCHECKED, throwing(Map.of("lib.Odd", extending("lib/Odd", "lib/Nowhere"))));
    }

    private static String throwing(Map<String, byte[]> library) {
        // Only annotation processing: javac itself does not terminate on such a class.
        return Compilation.of(
                        new LibraryFileManager(library),
                        List.of("-proc:only"),
                        List.of(new HeapwrightProcessor()),
                        slab("").replace(
                                        "usableSize(long size, long align)",
                                        "usableSize(long size, long align) throws lib.Odd"))
                .messages();
    }

    private static byte[] extending(String name, String superclass) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, null);
        return writer.toByteArray();
    }
}
