package dev.heapwright.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files whose content this JVM has verified, so that none is read a second time unless it has changed. Whoever writes
 * to a file, or puts another in its place, changes its state, which no program can set.
 */
final class VerifiedFiles {
    private static final Map<Path, Map<String, Object>> STATES = new ConcurrentHashMap<>();

    private VerifiedFiles() {}

    /**
     * {@return the state that a file has, to be read before its content is}
     *
     * @param file that is there
     */
    static Map<String, Object> state(Path file) throws IOException {
        String attributes = Ownership.isKnownOf(file)
                ? "unix:dev,ino,size,mode,uid,lastModifiedTime,ctime"
                : "size,lastModifiedTime,creationTime,fileKey";
        return Files.readAttributes(file, attributes, LinkOption.NOFOLLOW_LINKS);
    }

    /** Remembers that the content was what it must be. */
    static void add(Path file, Map<String, Object> state) {
        STATES.put(file.toAbsolutePath(), state);
    }

    /** {@return whether the content is known to be what it must be, because the state is the same as then} */
    static boolean has(Path file, Map<String, Object> state) {
        return state.equals(STATES.get(file.toAbsolutePath()));
    }
}
