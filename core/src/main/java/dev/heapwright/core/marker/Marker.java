package dev.heapwright.core.marker;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.name.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One fact about an artifact, recorded in it as a resource of its own under {@code META-INF/heapwright}: its name says
 * what it is about, its content are {@code key=value} lines in UTF-8, {@code contract} first and the others sorted.
 * One resource for each fact, so that compiling one class again touches nothing that belongs to another.
 */
public sealed interface Marker {
    /** The folder that all markers are in, with a slash at the end. */
    String FOLDER = "META-INF/heapwright/";

    /**
     * {@return where it is recorded, with slashes, from the root of the jar or class folder}
     */
    String path();

    /**
     * {@return the class files of which one, if it is there, can prove the fact; with slashes, from the root of the jar
     * or class folder}
     */
    List<String> proofs();

    /**
     * {@return the lines after the first, by key}
     */
    Map<String, String> values();

    /**
     * {@return the whole content; the same for the same fact, on every machine and every day}
     */
    default String content() {
        return new TreeMap<>(values())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining("", "contract=" + Contract.V1.version() + "\n", ""));
    }

    /**
     * A class is an allocator.
     *
     * @param type the class
     */
    record OfAllocator(ClassName type) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "allocator/";

        @Override
        public String path() {
            return FOLDER + type.binary();
        }

        @Override
        public List<String> proofs() {
            return List.of(type.classFile());
        }

        @Override
        public Map<String, String> values() {
            return Map.of("name", type.canonical());
        }
    }

    /**
     * An allocator comes along with the heap: it can be linked, and is not linked by being there.
     *
     * @param type the class
     * @param shortName by which users ask for it, such as {@code jemalloc}: up to 31 small letters and digits
     * @param release the oldest Java release that it runs on, from 17 on, which its class file does not tell
     */
    record OfAvailable(ClassName type, String shortName, int release) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "available/";

        private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");

        /**
         * Checks the short name and the release.
         *
         * @throws IllegalArgumentException if one of them is none
         */
        public OfAvailable {
            if (!SHORT_NAME.matcher(shortName).matches()) {
                throw new IllegalArgumentException("its short name is not 1 to 31 lower-case letters and digits");
            }
            if (release < 17) {
                throw new IllegalArgumentException("its release is not a Java release of 17 or newer");
            }
        }

        @Override
        public String path() {
            return FOLDER + type.binary();
        }

        @Override
        public List<String> proofs() {
            return List.of(type.classFile());
        }

        @Override
        public Map<String, String> values() {
            return Map.of("name", type.canonical(), "short", shortName, "release", String.valueOf(release));
        }
    }

    /**
     * The artifact links an allocator that is available in another one. It is recorded where an allocator of its own
     * would be, as whoever depends on the artifact links it in the same way.
     *
     * @param type the class
     * @param in what holds it, as {@code groupId:artifactId}
     */
    record OfChoice(ClassName type, String in) implements Marker {
        /**
         * Checks what holds it.
         *
         * @throws IllegalArgumentException if that is not the name of an artifact
         */
        public OfChoice {
            String[] parts = in.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'" + in + "' is not groupId:artifactId");
            }
            in = new Coordinates(parts[0], parts[1], "any").versionless();
        }

        @Override
        public String path() {
            return OfAllocator.FOLDER + type.binary();
        }

        /** None: the class is in another artifact. */
        @Override
        public List<String> proofs() {
            return List.of();
        }

        @Override
        public Map<String, String> values() {
            return Map.of("name", type.canonical(), "in", in);
        }
    }

    /**
     * A class, package or module needs an allocator.
     *
     * @param element a class's binary name, or the name of a package or module
     */
    record OfNeed(String element) implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "needs-allocator/";

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is not a name
         */
        public OfNeed {
            if (!JavaNames.isQualifiedName(element)) {
                throw new IllegalArgumentException("'" + element + "' is not the name of a class, package or module");
            }
        }

        @Override
        public String path() {
            return FOLDER + element;
        }

        @Override
        public List<String> proofs() {
            String file = element.replace('.', '/');
            return List.of(file + ".class", file + "/package-info.class", "module-info.class");
        }

        @Override
        public Map<String, String> values() {
            return Map.of();
        }
    }

    /**
     * The artifact is bound: it carries glue.
     *
     * @param allocator the class it is bound to
     * @param artifact what holds that class
     * @param reason why it was linked, as the build's log says it: 1 to 300 ASCII letters, digits, spaces and {@code
     *     _.,:-}
     * @param glue the generated class
     * @param checked whether the glue checks how the program uses its blocks
     */
    record OfBinding(ClassName allocator, Coordinates artifact, String reason, ClassName glue, boolean checked)
            implements Marker {
        /** The folder of these markers, with a slash at the end. */
        public static final String FOLDER = Marker.FOLDER + "binding/";

        /** Printed, and written into a string of the glue. */
        private static final Pattern REASON = Pattern.compile("[A-Za-z0-9 _.,:-]{1,300}");

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it has other characters than a reason may have
         */
        public OfBinding {
            if (!REASON.matcher(reason).matches()) {
                throw new IllegalArgumentException(
                        "its reason is empty, too long or has characters that are not allowed");
            }
        }

        /**
         * Of glue that checks nothing.
         *
         * @param allocator the class that the glue calls
         * @param artifact what holds that class
         * @param reason why it was linked
         * @param glue the generated class
         */
        public OfBinding(ClassName allocator, Coordinates artifact, String reason, ClassName glue) {
            this(allocator, artifact, reason, glue, false);
        }

        @Override
        public String path() {
            return FOLDER + allocator.binary();
        }

        @Override
        public List<String> proofs() {
            return List.of(glue.classFile());
        }

        @Override
        public Map<String, String> values() {
            Map<String, String> values = new TreeMap<>(Map.of(
                    "name", allocator.canonical(),
                    "groupId", artifact.groupId(),
                    "artifactId", artifact.artifactId(),
                    "version", artifact.version(),
                    "reason", reason,
                    "glue", glue.binary()));
            if (checked) {
                values.put("checked", "true");
            }
            return values;
        }
    }
}
