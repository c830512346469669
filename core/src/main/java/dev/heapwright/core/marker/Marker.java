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
 * what it is about; its content is {@code key=value} lines in UTF-8, {@code contract} first and the others sorted.
 * There is one resource for each fact, so that recompiling one class does not touch the markers of another.
 */
public sealed interface Marker {
    /** The folder that contains all markers, with a trailing slash. */
    String FOLDER = "META-INF/heapwright/";

    /** {@return the path of the resource, with slashes, from the root of the jar or class folder} */
    String path();

    /**
     * {@return the class files, any one of which can confirm the fact; with slashes, from the root of the jar or class
     * folder}
     */
    List<String> proofs();

    /**
     * {@return the lines after the first, by key}
     */
    Map<String, String> values();

    /** {@return the whole content, which depends on nothing but the fact} */
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
        /** The folder of these markers, with a trailing slash. */
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
     * An allocator is shipped with the heap: it can be linked, but its presence alone does not link it.
     *
     * @param type the class
     * @param shortName the name that users configure, such as {@code jemalloc}: up to 31 lowercase letters and digits
     * @param release the oldest Java release that it runs on, at least 17; its class file does not say
     */
    record OfAvailable(ClassName type, String shortName, int release) implements Marker {
        /** The folder of these markers, with a trailing slash. */
        public static final String FOLDER = Marker.FOLDER + "available/";

        private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");

        /**
         * Checks the short name and the release.
         *
         * @throws IllegalArgumentException if one of them is invalid
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
     * would be, as depending on the artifact links it in the same way.
     *
     * @param type the class
     * @param in the artifact that contains it, as {@code groupId:artifactId}
     */
    record OfChoice(ClassName type, String in) implements Marker {
        /**
         * Checks the artifact.
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

        /** Empty: the class is in another artifact. */
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
        /** The folder of these markers, with a trailing slash. */
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
     * @param artifact the artifact that contains that class
     * @param reason why it was linked, as the build's log says it: 1 to 300 ASCII letters, digits, spaces and {@code
     *     _.,:-}
     * @param glue the generated class
     * @param mode what the glue does besides calling the allocator
     * @param tests whether it binds only the tests of the module that it was generated for
     */
    record OfBinding(
            ClassName allocator, Coordinates artifact, String reason, ClassName glue, GlueMode mode, boolean tests)
            implements Marker {
        /** The folder of these markers, with a trailing slash. */
        public static final String FOLDER = Marker.FOLDER + "binding/";

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it contains characters that a reason may not have
         */
        public OfBinding {
            Reason.check(reason);
        }

        /**
         * For plain glue of a program.
         *
         * @param allocator the class that the glue calls
         * @param artifact the artifact that contains that class
         * @param reason why it was linked
         * @param glue the generated class
         */
        public OfBinding(ClassName allocator, Coordinates artifact, String reason, ClassName glue) {
            this(allocator, artifact, reason, glue, GlueMode.PLAIN, false);
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
            if (!artifact.classifier().isEmpty()) {
                values.put("classifier", artifact.classifier());
            }
            if (mode != GlueMode.PLAIN) {
                values.put(mode.toString(), "true");
            }
            if (tests) {
                values.put("tests", "true");
            }
            return values;
        }
    }

    /**
     * The artifact was built as a library: the heap is among what it runs with, and nothing was bound. A program that was
     * taken for a library is told so at run time.
     *
     * @param module its coordinates
     * @param reason why it was taken for one, as the build's log says it: 1 to 300 ASCII letters, digits, spaces and {@code
     *     _.,:-}
     */
    record OfLibrary(Coordinates module, String reason) implements Marker {
        /** The same in all artifacts: a class loader finds all resources of one name, and not those of one folder. */
        public static final String PATH = Marker.FOLDER + "library";

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it has other characters than a reason may have
         */
        public OfLibrary {
            Reason.check(reason);
        }

        @Override
        public String path() {
            return PATH;
        }

        /** None: it is the absence of glue. */
        @Override
        public List<String> proofs() {
            return List.of();
        }

        @Override
        public Map<String, String> values() {
            return Map.of(
                    "groupId", module.groupId(),
                    "artifactId", module.artifactId(),
                    "version", module.version(),
                    "reason", reason);
        }
    }
}
