package dev.heapwright.maven;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.maven.project.plugin.DeclaredPlugin;
import org.apache.maven.project.MavenProject;

/**
 * What keeps maven-compiler-plugin from running the annotation processor: in the order of precedence. What is shown is never
 * there already.
 */
enum ProcessorSetting {
    /** Processors are switched off. */
    SWITCHED_OFF("proc"),
    /** The processor is on the path, and not among those that are named. */
    NOT_NAMED("annotationProcessors"),
    /** There is a path with other processors. */
    NOT_ON_PATH("annotationProcessorPaths"),
    /** There is no path. */
    NO_PATH("");

    private static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String PATHS = "annotationProcessorPaths";

    private final String element;

    ProcessorSetting(String element) {
        this.element = element;
    }

    /** {@return the plugin, as it compiles a module's main classes} */
    static DeclaredPlugin compiler(MavenProject module) {
        return DeclaredPlugin.of(module, KEY, "compile");
    }

    /** {@return what the configuration of the plugin lacks} */
    static ProcessorSetting of(DeclaredPlugin compiler) {
        if (compiler.values("proc").contains("none")) {
            return SWITCHED_OFF;
        } else if (compiler.values(PATHS + "/*/artifactId").contains("heapwright-processor")) {
            return compiler.has("annotationProcessors") ? NOT_NAMED : NO_PATH;
        }
        return compiler.has(PATHS) ? NOT_ON_PATH : NO_PATH;
    }

    /** {@return a problem at the place where that is configured} */
    Diagnostic mark(DeclaredPlugin compiler, Diagnostic problem) {
        return compiler.mark(problem, element);
    }

    /** {@return the setting, after a line that says where it belongs} */
    String help(String version) {
        return switch (this) {
            case SWITCHED_OFF -> "remove this from the configuration of maven-compiler-plugin:\n<proc>none</proc>";
            case NOT_NAMED -> """
                    add this to the <annotationProcessors> of maven-compiler-plugin:
                    <annotationProcessor>dev.heapwright.processor.HeapwrightProcessor</annotationProcessor>""";
            case NOT_ON_PATH ->
                "add this to the <%s> of maven-compiler-plugin:\n".formatted(PATHS) + path("path", version);
            case NO_PATH ->
                "add this to the configuration of maven-compiler-plugin:\n<%1$s>\n%2$s</%1$s>"
                        .formatted(PATHS, path("path", version).indent(2));
        };
    }

    /**
     * {@return an element with the processor's coordinates}
     *
     * @param name of the element
     * @param version of Heapwright
     */
    static String path(String name, String version) {
        return """
                <%1$s>
                  <groupId>dev.heapwright</groupId>
                  <artifactId>heapwright-processor</artifactId>
                  <version>%2$s</version>
                </%1$s>""".formatted(name, version);
    }
}
