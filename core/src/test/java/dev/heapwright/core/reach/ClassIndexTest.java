package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassIndexTest {
    private static final Javac JAVAC = Javac.withClassPath().withOptions(Javac.JAVA_BASE);
    private static final String ANNOTATION =
            "package dev.heapwright.annotations;\npublic @interface NeedsAllocator {}\n";

    /** What an annotated class of each kind, and one without, is like. */
    private static final Map<String, byte[]> PROGRAM = JAVAC.compile(
                    ANNOTATION,
                    """
                    package com.acme;
                    @dev.heapwright.annotations.NeedsAllocator
                    public class Cache {
                        class Entry {}
                    }
                    """,
                    "package com.acme;\npublic class Plain {}\n",
                    "@dev.heapwright.annotations.NeedsAllocator\npackage com.acme.io;\n",
                    "package com.acme.io;\nclass Pipe {}\n")
            .quiet()
            .written();

    private static final byte[] DAMAGED = {1, 2, 3};

    private final List<String> asked = new ArrayList<>();

    @Test
    void aClassIsAConsumerThroughWhatIsAroundIt() throws IOException {
        ClassIndex index = index(PROGRAM);
        assertEquals(Optional.of("it"), index.consumer("com.acme.Cache"));
        assertEquals(Optional.of("the class com.acme.Cache"), index.consumer("com.acme.Cache$Entry"));
        assertEquals(Optional.of("the package com.acme.io"), index.consumer("com.acme.io.Pipe"));
        assertEquals(Optional.empty(), index.consumer("com.acme.Plain"));
        assertTrue(index.isAnnotated("com/acme/io/package-info.class"));
        assertFalse(index.isAnnotated("com/acme/io/Pipe.class"));
    }

    @Test
    void orThroughItsModule() throws IOException {
        ClassIndex index = index(JAVAC.compile(
                        ANNOTATION,
                        "@dev.heapwright.annotations.NeedsAllocator module acme {}",
                        "package com.acme;\npublic class Plain {}\n")
                .quiet()
                .written());
        assertEquals(Optional.of("its module"), index.consumer("com.acme.Plain"));
    }

    @Test
    void aClassThatIsNotThereHasNoCode() throws IOException, MalformedClassFileException {
        ClassIndex index = index(PROGRAM);
        assertEquals(Optional.empty(), index.code("com.acme.Other"));
        assertEquals(List.of(), index.find("com/acme/Other.class"));
        assertEquals(Optional.empty(), index.consumer("Other"));
    }

    @Test
    void eachClassIsAskedForOnce() throws IOException, MalformedClassFileException {
        ClassIndex index = index(PROGRAM);
        assertEquals(index.find("com/acme/Plain.class"), index.find("com/acme/Plain.class"));
        assertEquals(index.code("com.acme.Plain"), index.code("com.acme.Plain"));
        assertEquals(
                Set.of("<init>()V"),
                index.code("com.acme.Plain").orElseThrow().methods().keySet());
        assertEquals(List.of("com/acme/Plain.class"), asked);
    }

    @Test
    void whateverOneOfSeveralVersionsSaysIsTrueOfTheClass() throws IOException, MalformedClassFileException {
        byte[] old = JAVAC.compile("public class Pool { static void open() {} }")
                .quiet()
                .written()
                .get("Pool.class");
        byte[] annotated = JAVAC.compile(
                        ANNOTATION,
                        "@dev.heapwright.annotations.NeedsAllocator\npublic class Pool { static void close() {} }")
                .quiet()
                .written()
                .get("Pool.class");
        ClassIndex index = new ClassIndex(path -> path.equals("Pool.class") ? List.of(old, annotated) : List.of());
        assertEquals(
                List.of(Set.of(), Set.of("dev.heapwright.annotations.NeedsAllocator")),
                index.find("Pool.class").stream().map(ClassFile::annotations).toList());
        assertEquals(Optional.of("it"), index.consumer("Pool"));
        assertEquals(
                Set.of("<init>()V", "open()V", "close()V"),
                index.code("Pool").orElseThrow().methods().keySet());
    }

    @Test
    void aDamagedClassExistsAndIsTold() throws IOException {
        ClassIndex index = index(Map.of("com/acme/Pool.class", DAMAGED));
        assertEquals(Map.of(), index.unreadable());
        assertEquals(Optional.of(ClassCode.UNKNOWN), index.code("com.acme.Pool"));
        assertEquals(Optional.empty(), index.consumer("com.acme.Pool"));
        assertThrows(MalformedClassFileException.class, () -> index.find("com/acme/Pool.class"));
        assertEquals(Set.of("com/acme/Pool.class"), index.unreadable().keySet());
    }

    private ClassIndex index(Map<String, byte[]> files) {
        return new ClassIndex(path -> {
            asked.add(path);
            return Optional.ofNullable(files.get(path)).stream().toList();
        });
    }
}
