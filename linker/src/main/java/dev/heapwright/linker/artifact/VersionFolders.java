package dev.heapwright.linker.artifact;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders of a multi-release jar (JAR specification, "Multi-release JAR files"): JVMs know those from Java 9 on. */
final class VersionFolders {
    private static final Pattern FILE = Pattern.compile(ArtifactFiles.VERSIONS + "(9|[1-9][0-9]{1,3})/.+");

    private VersionFolders() {}

    /** {@return the folders that files are in, with a slash at the end, the oldest Java first} */
    static List<String> in(Stream<String> files) {
        return files.map(FILE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(release -> ArtifactFiles.VERSIONS + release + "/")
                .toList();
    }
}
