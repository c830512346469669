package dev.heapwright.linker.build;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function SHA-256. */
public final class Sha256 {
    private Sha256() {}

    /**
     * {@return the hash of bytes, 32 bytes long}
     *
     * @param content any number of bytes
     */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
