package dev.heapwright.linker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name {@code Allocator} of an annotation means in a source. */
class AnnotationNameTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import dev.heapwright.annotations.Allocator;",
                "import dev.heapwright.annotations.*;",
                "import module dev.heapwright.annotations;",
                // It requires the annotations transitively.
                "import module dev.heapwright.system;",
                "import com.other.*; import dev.heapwright.annotations.Allocator; import java.util.*;",
            })
    void theAnnotationMayBeImportedInAnyWay(String imports) throws IOException {
        assertEquals(
                "com.acme.Pool",
                new SourceTree(folder)
                        .with("com/acme/Pool.java", "package com.acme; " + imports + " @Allocator class Pool {}")
                        .names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "import com.other.Allocator;",
                "import com.other.Allocator; import dev.heapwright.annotations.*;",
                "import static com.other.Pools.Allocator; import dev.heapwright.annotations.*;",
                "import com.other.*;",
                "import module com.other;",
                "import dev.heapwright.annotations.NeedsAllocator;",
                "import static dev.heapwright.annotations.*;",
                "import dev.heapwright.*;",
            })
    void anAnnotationOfTheSameNameIsAnother(String imports) throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with("com/acme/Pool.java", "package com.acme; " + imports + " @Allocator class Pool {}")
                        .names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@com.other.Allocator", "@acme.annotations.Allocator", "@Allocators", "@NeedsAllocator"})
    void anAnnotationOfAnotherNameIsAnother(String annotation) throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with("com/acme/Pool.java", """
                        package com.acme;
                        import dev.heapwright.annotations.*;
                        // Allocator
                        %s class Pool {}
                        """.formatted(annotation))
                        .names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Allocator @Deprecated",
                "@Deprecated @Allocator",
                "@Allocator()",
                "@ Allocator",
                "@/* the */Allocator",
                "@\\u0041llocator /* Allocator */",
                "@com.other.Allocator @Allocator",
                "/** @Allocator */ @Allocator"
            })
    void theAnnotationMayBeWrittenInAnyWay(String annotation) throws IOException {
        assertEquals(
                "com.acme.Pool",
                new SourceTree(folder)
                        .with("com/acme/Pool.java", """
                        package com.acme;
                        import dev.heapwright.annotations.*;
                        %s public final class Pool {}
                        """.formatted(annotation))
                        .names());
    }

    @Test
    void aTypeOfThatNameInTheSamePackageGoesBeforeImportsOfPackagesAndModules() throws IOException {
        assertEquals(
                "com.acme.ByName, com.acme.deep.Other",
                new SourceTree(folder)
                        .with("com/acme/Types.java", "package com.acme; @interface Allocator {}")
                        .with("com/acme/OnDemand.java", """
                        package com.acme;
                        import dev.heapwright.annotations.*;
                        @Allocator class OnDemand {}
                        """)
                        .with("com/acme/ByModule.java", """
                        package com.acme;
                        import module dev.heapwright.annotations;
                        @Allocator class ByModule {}
                        """)
                        .with("com/acme/ByName.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        @Allocator class ByName {}
                        """)
                        .with("com/acme/deep/Other.java", """
                        package com.acme.deep;
                        import dev.heapwright.annotations.*;
                        @Allocator class Other {}
                        """)
                        .names());
    }

    @Test
    void aTypeOfThatNameInAnImportedPackageGoesBeforeImportsOfModules() throws IOException {
        assertEquals(
                "",
                new SourceTree(folder)
                        .with("com/other/Allocator.java", "package com.other; public @interface Allocator {}")
                        .with("com/acme/Pool.java", """
                        package com.acme;
                        import module dev.heapwright.annotations;
                        import com.other.*;
                        @Allocator class Pool {}
                        """)
                        .names());
    }

    @Test
    void aMemberOfThatNameGoesBeforeImports() throws IOException {
        assertEquals(
                "com.acme.Pools",
                new SourceTree(folder).with("com/acme/Pools.java", """
                        package com.acme;
                        import dev.heapwright.annotations.Allocator;
                        @Allocator class Pools {
                            @interface Allocator {}
                            @Allocator static class Pool {
                                @Allocator static class Slab {}
                            }
                        }
                        """).names());
    }
}
