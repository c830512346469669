package dev.heapwright.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a native library, one for each platform.
 *
 * @param library its name
 * @param files in the order of the list
 */
record NativeFiles(String library, List<NativeFile> files) {
    /** Copies the list. */
    NativeFiles {
        files = List.copyOf(files);
    }

    /** Reads the list of {@code library} from the artifact of {@code owner}. */
    static NativeFiles of(Class<?> owner, String library) throws IOException {
        // Not in META-INF/heapwright, where each file is a marker.
        String path = "/" + NativeFile.FOLDER + library + ".sha256";
        try (InputStream list = owner.getResourceAsStream(path)) {
            if (list == null) {
                // A class loader reports a file that cannot be opened as missing.
                Reserves.useFileHandles();
                throw NativeUnavailableError.missingFile(path.substring(1));
            }
            return parse(library, new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw NativeUnavailableError.damagedList(path.substring(1), e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException if a line is malformed, or there is none; the message is the line
     */
    static NativeFiles parse(String library, String list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("");
        }
        List<NativeFile> files = new ArrayList<>();
        int start = 0;
        while (start < list.length()) {
            int newline = list.indexOf('\n', start);
            int end = newline < 0 ? list.length() : newline;
            String line = list.substring(start, end);
            files.add(NativeFile.parse(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
            start = end + 1;
        }
        return new NativeFiles(library, files);
    }

    /** {@return the file for a platform, such as {@code linux/x64}} */
    NativeFile forPlatform(String platform) {
        for (NativeFile file : files) {
            if (file.platform().equals(platform)) {
                return file;
            }
        }
        throw NativeUnavailableError.noPlatform(
                library,
                platform,
                files.stream().map(NativeFile::platform).sorted().toList());
    }
}
