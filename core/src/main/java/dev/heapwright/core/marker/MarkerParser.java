package dev.heapwright.core.marker;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads untrusted markers: anybody may have put them into a jar. The result contains only names that {@link ClassName}
 * and {@link Coordinates} have validated.
 */
public final class MarkerParser {
    /** In bytes; more than any name needs. A larger marker is not read. */
    public static final int LARGEST = 256 * 1024;

    private static final Pattern RELEASE = Pattern.compile("[1-9][0-9]{1,3}");

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private MarkerParser() {}

    /**
     * {@return whether a resource is a marker, well-formed or not}
     *
     * @param path of a resource, with slashes, from the root of the jar or class folder
     */
    public static boolean isMarker(String path) {
        return path.startsWith(Marker.FOLDER) && !path.endsWith("/");
    }

    /**
     * Reads a marker.
     *
     * @param path of the resource, with slashes, from the root of the jar or class folder
     * @param content its bytes
     * @return the fact
     * @throws MalformedMarkerException if it is malformed, with the reason
     */
    public static Marker parse(String path, byte[] content) throws MalformedMarkerException {
        try {
            Map<String, String> values = values(content);
            if (path.startsWith(Marker.OfAllocator.FOLDER)) {
                ClassName type = className(path.substring(Marker.OfAllocator.FOLDER.length()), values);
                String in = values.get("in");
                return in == null ? new Marker.OfAllocator(type) : new Marker.OfChoice(type, in);
            }
            if (path.startsWith(Marker.OfAvailable.FOLDER)) {
                return new Marker.OfAvailable(
                        className(path.substring(Marker.OfAvailable.FOLDER.length()), values),
                        value(values, "short"),
                        release(value(values, "release")));
            }
            if (path.startsWith(Marker.OfNeed.FOLDER)) {
                return new Marker.OfNeed(path.substring(Marker.OfNeed.FOLDER.length()));
            }
            if (path.startsWith(Marker.OfBinding.FOLDER)) {
                return new Marker.OfBinding(
                        className(path.substring(Marker.OfBinding.FOLDER.length()), values),
                        coordinates(values),
                        value(values, "reason"),
                        ClassName.topLevel(value(values, "glue")),
                        mode(values),
                        flag(values, "tests"));
            }
            if (path.equals(Marker.OfLibrary.PATH)) {
                return new Marker.OfLibrary(coordinates(values), value(values, "reason"));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedMarkerException(String.valueOf(e.getMessage()));
        }
        throw new MalformedMarkerException(
                "its type is unknown; known types: allocator, available, needs-allocator, binding, library");
    }

    private static ClassName className(String binary, Map<String, String> values) throws MalformedMarkerException {
        return new ClassName(binary, value(values, "name"));
    }

    private static Coordinates coordinates(Map<String, String> values) throws MalformedMarkerException {
        return new Coordinates(
                value(values, "groupId"),
                value(values, "artifactId"),
                value(values, "version"),
                values.getOrDefault("classifier", ""));
    }

    private static GlueMode mode(Map<String, String> values) throws MalformedMarkerException {
        boolean isChecked = flag(values, GlueMode.CHECKED.toString());
        boolean isObserved = flag(values, GlueMode.OBSERVED.toString());
        if (isChecked && isObserved) {
            throw new MalformedMarkerException("it is both checked and observed");
        }
        return isChecked ? GlueMode.CHECKED : isObserved ? GlueMode.OBSERVED : GlueMode.PLAIN;
    }

    private static boolean flag(Map<String, String> values, String key) throws MalformedMarkerException {
        return switch (values.getOrDefault(key, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedMarkerException("its value of '%s' is neither true nor false".formatted(key));
        };
    }

    private static int release(String text) throws MalformedMarkerException {
        if (!RELEASE.matcher(text).matches()) {
            throw new MalformedMarkerException("its release is not a Java release of 17 or newer");
        }
        return Integer.parseInt(text);
    }

    private static String value(Map<String, String> values, String key) throws MalformedMarkerException {
        String value = values.get(key);
        if (value == null) {
            throw new MalformedMarkerException("it has no line '" + key + "=…'");
        }
        return value;
    }

    private static Map<String, String> values(byte[] content) throws MalformedMarkerException {
        String text = text(content);
        Map<String, String> values = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals < 0 && !line.isEmpty()) {
                throw new MalformedMarkerException("it has a line that is not key=value");
            }
            if (equals >= 0 && values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                throw new MalformedMarkerException("it has two lines with the same key");
            }
        }
        String version = String.valueOf(Contract.V1.version());
        if (!text.startsWith("contract=")) {
            throw new MalformedMarkerException("it does not start with 'contract='");
        }
        String found = String.valueOf(values.get("contract"));
        if (!VERSION.matcher(found).matches()) {
            throw new MalformedMarkerException("its contract version is invalid");
        }
        if (!version.equals(found)) {
            throw new MalformedMarkerException(
                    "it uses contract version %s; this plugin supports version %s".formatted(found, version),
                    new BigInteger(found).compareTo(new BigInteger(version)) > 0);
        }
        return values;
    }

    private static String text(byte[] content) throws MalformedMarkerException {
        if (content.length > LARGEST) {
            throw new MalformedMarkerException("it is larger than " + LARGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMarkerException("it is not UTF-8");
        }
    }
}
