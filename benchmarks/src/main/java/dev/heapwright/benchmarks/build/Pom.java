package dev.heapwright.benchmarks.build;

/** Parts of generated POMs. */
final class Pom {
    private Pom() {}

    /** {@return an element for {@code dependencies}; without a version, where that is empty} */
    static String dependency(String group, String artifact, String version) {
        return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                .formatted(group, artifact, version.isEmpty() ? "" : "<version>" + version + "</version>");
    }

    /** {@return the same from {@code group:artifact} or {@code group:artifact:version}} */
    static String dependency(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return dependency(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }
}
