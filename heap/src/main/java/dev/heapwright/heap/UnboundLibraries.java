package dev.heapwright.heap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the markers of artifacts that were built as libraries, without glue: where none is bound, one of them may be the
 * program. Anybody can put such a file into a jar, so no more than a few of a certain form are shown.
 */
final class UnboundLibraries {
    private static final String MARKER = "META-INF/heapwright/library";
    private static final int MOST = 8;
    private static final int LARGEST = 4096;

    /** The keys are sorted in all of them. */
    private static final Pattern CONTENT = Pattern.compile("""
            contract=1
            artifactId=([A-Za-z0-9_.-]{1,200})
            groupId=([A-Za-z0-9_.-]{1,200})
            reason=([A-Za-z0-9 _.,:-]{1,300})
            version=([A-Za-z0-9_.+~-]{1,200})
            """);

    private UnboundLibraries() {}

    /**
     * {@return a line for each of the first few, sorted; those that cannot be read are left out}
     *
     * @param loader that has them beside the heap
     */
    static List<String> describe(ClassLoader loader) {
        TreeSet<String> lines = new TreeSet<>();
        try {
            Enumeration<URL> markers = loader.getResources(MARKER);
            while (markers.hasMoreElements()) {
                Matcher content = CONTENT.matcher(text(markers.nextElement()));
                if (content.matches()) {
                    lines.add("%s:%s:%s was built as a library (%s)"
                            .formatted(content.group(2), content.group(1), content.group(4), content.group(3)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The message does without.
        }
        List<String> first = new ArrayList<>(lines.stream().limit(MOST).toList());
        if (lines.size() > MOST) {
            first.add("and " + (lines.size() - MOST) + " more");
        }
        return first;
    }

    private static String text(URL marker) throws IOException {
        try (InputStream in = marker.openStream()) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
