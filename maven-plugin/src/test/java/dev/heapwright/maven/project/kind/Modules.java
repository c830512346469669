package dev.heapwright.maven.project.kind;

import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.maven.testing.EffectiveModels;
import java.nio.file.Path;

/** Builds modules from the parts of POMs that tests provide, and detects their kinds. */
final class Modules {
    static final EffectiveModels MODELS = EffectiveModels.start();

    /** The kind of a module without any evidence. */
    static final String LIBRARY = "library (no main class is configured)";

    private Modules() {}

    /**
     * {@return the kind of a module and its reason}
     *
     * @param pom the content of its POM
     * @param parents the content of the POMs of its parent, its parent's parent, and so on
     */
    static String kind(String pom, String... parents) throws Exception {
        return DetectedKind.of(null, KindDetector.evidence(MODELS.module(pom, parents)))
                .toString();
    }

    /** {@return the kind of a module in a folder, and its reason} */
    static String kindIn(Path folder, String pom) throws Exception {
        return DetectedKind.of(null, KindDetector.evidence(MODELS.module(folder, pom)))
                .toString();
    }

    /**
     * {@return the element build with one plugin}
     *
     * @param plugin its artifactId, with its groupId before it if that is not Maven's own
     * @param body its content besides its coordinates
     */
    static String plugin(String plugin, String body) {
        int colon = plugin.indexOf(':');
        return """
                <build><plugins><plugin>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  %s
                </plugin></plugins></build>""".formatted(
                colon < 0 ? "org.apache.maven.plugins" : plugin.substring(0, colon), plugin.substring(colon + 1), body);
    }

    /** {@return the kind of a module that has one plugin, and its reason; the parameters are those of {@link #plugin}} */
    static String kindWith(String plugin, String body) throws Exception {
        return kind(plugin(plugin, body));
    }
}
