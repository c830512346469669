package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavadocExampleTest {
    private static final Path ALLOCATOR =
            Path.of("../annotations/src/main/java/dev/heapwright/annotations/Allocator.java");

    @Test
    void theExampleInTheDocumentationOfAllocatorIsAnAllocator() throws IOException {
        Matcher example =
                Pattern.compile("(?s) \\* <pre>\\{@code\n(.*?) \\* \\}</pre>").matcher(Files.readString(ALLOCATOR));
        assertTrue(example.find());
        Compilation.assertAccepted(List.of("""
                        META-INF/heapwright/allocator/com.acme.CountingAllocator
                        contract=1
                        name=com.acme.CountingAllocator
                        """), example.group(1).replaceAll("(?m)^ \\* ?", ""));
    }
}
