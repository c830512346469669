package com.example.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {
    /** Results of the reference implementation: {@code xxhsum -H64}. */
    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "12345678, d2d02f08cf7cfd4a",
        "123456789012, b5cee4c943d43c7e",
        "java.base/java/lang/String.class, 233ed3670fe2a092",
        "java.base/java/util/concurrent/ConcurrentHashMap$TreeNode.class, f648efc4e12c165f"
    })
    void theHashIsTheOneThatTheReferenceImplementationHas(String text, String hash) {
        assertEquals(hash, Long.toHexString(XxHash64.hash(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theHashOfBytesAbove127IsThatOfTheReferenceImplementation() {
        byte[] bytes = new byte[101];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7 + 203);
        }
        assertEquals("a115d5a27b58c1bb", Long.toHexString(XxHash64.hash(bytes)));
    }
}
