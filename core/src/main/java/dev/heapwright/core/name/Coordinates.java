package dev.heapwright.core.name;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The coordinates of an artifact, checked.
 *
 * @param groupId letters, digits, dots, hyphens and underscores, as Maven requires
 * @param artifactId likewise
 * @param version anything without path separators, white space or control characters
 */
public record Coordinates(String groupId, String artifactId, String version) implements Comparable<Coordinates> {
    // The rules of Maven's DefaultModelValidator, for ids and for versions.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("[^\\\\/:\"<>|?*\\[\\](){},\\s\\p{Z}\\p{C}]+");

    /** Each part is the name of a folder in a repository; these would lead out of it. */
    private static final Pattern FOLDER_UP = Pattern.compile("\\.{1,2}");

    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::groupId)
            .thenComparing(Coordinates::artifactId)
            .thenComparing(Coordinates::version);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if Maven would not accept one of them
     */
    public Coordinates {
        require(ID, "groupId", groupId);
        require(ID, "artifactId", artifactId);
        require(VERSION, "version", version);
    }

    /**
     * {@return the coordinates without the version, which identify an artifact within a build: {@code com.acme:pool}}
     */
    public String versionless() {
        return groupId + ":" + artifactId;
    }

    /** By group, artifact and version. */
    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }

    /**
     * {@return {@code com.acme:pool:1.2}}
     */
    @Override
    public String toString() {
        return versionless() + ":" + version;
    }

    private static void require(Pattern pattern, String name, String value) {
        if (!isPlain(value)
                && (!pattern.matcher(value).matches()
                        || FOLDER_UP.matcher(value).matches())) {
            throw new IllegalArgumentException("'" + value + "' is not a valid " + name);
        }
    }

    /**
     * Nearly all parts are plain, and a large build has hundreds of thousands of them: a regular expression takes ten
     * times as long.
     */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (i == 0 || (c != '.' && c != '-' && c != '_'))) {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
