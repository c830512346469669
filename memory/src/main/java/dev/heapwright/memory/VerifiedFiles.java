package dev.heapwright.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files whose content this JVM has verified, so that none is read again unless it has changed. Writing to a file,
 * or replacing it, changes its state, which programs cannot forge.
 */
final class VerifiedFiles {
    private static final Map<Path, Map<String, Object>> STATES = new ConcurrentHashMap<>();

    private VerifiedFiles() {}

    /**
     * {@return the state of a file, to be read before its content}
     *
     * @param file that exists
     */
    static Map<String, Object> state(Path file) throws IOException {
        String attributes = Ownership.isKnownOf(file)
                ? "unix:dev,ino,size,mode,uid,lastModifiedTime,ctime"
                : "size,lastModifiedTime,creationTime,fileKey";
        return Files.readAttributes(file, attributes, LinkOption.NOFOLLOW_LINKS);
    }

    /** Records that the content was verified. */
    static void add(Path file, Map<String, Object> state) {
        STATES.put(file.toAbsolutePath(), state);
    }

    /** {@return whether the content is known to be valid, because the state has not changed since} */
    static boolean has(Path file, Map<String, Object> state) {
        return state.equals(STATES.get(file.toAbsolutePath()));
    }
}
