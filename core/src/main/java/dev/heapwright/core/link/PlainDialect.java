package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;

/** For builds of which it is only known that they run a compiler and put artifacts on a class path. */
public final class PlainDialect implements Dialect {
    /** The only instance. */
    public static final Dialect INSTANCE = new PlainDialect();

    private PlainDialect() {}

    @Override
    public String dependency(Coordinates artifact) {
        return artifact.toString();
    }

    @Override
    public String exclusion(DependencyPath path) {
        return path.end().versionless();
    }

    @Override
    public String release(int release) {
        return "--release " + release;
    }

    @Override
    public String testsOnly() {
        return "have it on the class path of the tests only";
    }

    @Override
    public String noDefault() {
        return "--allocator none";
    }

    @Override
    public String kind(Kind kind) {
        return "by an option:\n--kind " + kind;
    }

    @Override
    public String processor(String version) {
        return "by javac's option, with all that the processor depends on:\n" + "--processor-path heapwright-processor-"
                + version + ".jar";
    }

    @Override
    public String kotlinProcessor(String version) {
        return "by kapt's option apclasspath, with all that the processor depends on:\nheapwright-processor-" + version
                + ".jar";
    }

    @Override
    public String bind() {
        return "on the command line: heapwright-cli bind";
    }

    @Override
    public String mergedServices() {
        return "one file of each name, with the lines of all";
    }

    @Override
    public String relocation(String from, String to) {
        return "from %s to %s".formatted(from, to);
    }

    @Override
    public String manifestEntry(ManifestChange change) {
        return "where the jar is made:\n" + change.entry() + ": " + change.value();
    }
}
