package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFileTest {
    @Test
    void namesAreReadAsTheServiceLoaderReadsThem() {
        assertEquals(List.of("com.acme.Pool", "com.acme.Slab"), ServiceFile.listed("""
                        # all
                          com.acme.Pool# the first
                        com.acme.Slab # com.acme.Arena

                        com.acme.Pool
                        """.replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** To a regular expression, these end a line; to the service loader, they do not. */
    @Test
    void aCommentEndsWithItsLine() {
        assertEquals(
                List.of("com.acme.Pool"),
                ServiceFile.listed(
                        "com.acme.Pool # not\u2028com.acme.Slab\u0085com.acme.Arena".getBytes(StandardCharsets.UTF_8)));
    }
}
