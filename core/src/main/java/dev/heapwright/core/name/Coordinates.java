package dev.heapwright.core.name;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The coordinates of an artifact, checked.
 *
 * @param groupId letters, digits, dots, hyphens and underscores, as Maven requires
 * @param artifactId likewise
 * @param version anything that is no path and has no white space or control characters
 * @param classifier which of several artifacts of one build it is, likewise; empty for the only or main one
 */
public record Coordinates(String groupId, String artifactId, String version, String classifier)
        implements Comparable<Coordinates> {
    // The rules of Maven's DefaultModelValidator, for ids and for versions.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("[^\\\\/:\"<>|?*\\[\\](){},\\s\\p{Z}\\p{C}]+");

    /** Each part is the name of a folder in a repository; these would lead out of it. */
    private static final Pattern FOLDER_UP = Pattern.compile("\\.{1,2}");

    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::groupId)
            .thenComparing(Coordinates::artifactId)
            .thenComparing(Coordinates::version)
            .thenComparing(Coordinates::classifier);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if Maven would not accept one of them
     */
    public Coordinates {
        require(ID, "groupId", groupId);
        require(ID, "artifactId", artifactId);
        require(VERSION, "version", version);
        if (!classifier.isEmpty()) {
            require(VERSION, "classifier", classifier);
        }
    }

    /**
     * Those of an artifact without a classifier.
     *
     * @param groupId letters, digits, dots, hyphens and underscores, as Maven requires
     * @param artifactId likewise
     * @param version anything that is no path and has no white space or control characters
     * @throws IllegalArgumentException if one of them is not what Maven takes
     */
    public Coordinates(String groupId, String artifactId, String version) {
        this(groupId, artifactId, version, "");
    }

    /**
     * {@return the coordinates in a text, if it is of the form {@code com.acme:pool:1.2} or, with a classifier,
     * {@code com.acme:pool:1.2:linux}}
     *
     * @param text as users write it, with or without white space around it
     */
    public static Optional<Coordinates> parse(String text) {
        String[] parts = text.strip().split(":", -1);
        try {
            return switch (parts.length) {
                case 3 -> Optional.of(new Coordinates(parts[0], parts[1], parts[2]));
                case 4 -> Optional.of(new Coordinates(parts[0], parts[1], parts[2], parts[3]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the coordinates without version and classifier, by which a build names and excludes what one POM is for:
     * {@code com.acme:pool}}
     */
    public String versionless() {
        return groupId + ":" + artifactId;
    }

    /**
     * {@return whether they are those of this artifact in any version}
     *
     * @param other any coordinates
     */
    public boolean isVersionOf(Coordinates other) {
        return artifactId.equals(other.artifactId)
                && groupId.equals(other.groupId)
                && classifier.equals(other.classifier);
    }

    /** By group, artifact, version and classifier. */
    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }

    /**
     * {@return {@code com.acme:pool:1.2}, and with a classifier as Maven writes it: {@code com.acme:pool:jar:linux:1.2}}
     */
    @Override
    public String toString() {
        return versionless() + (classifier.isEmpty() ? ":" : ":jar:" + classifier + ":") + version;
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
