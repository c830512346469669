package dev.heapwright.maven.project.kind;

import dev.heapwright.linker.build.DetectedKind;
import dev.heapwright.maven.testing.EffectiveModels;
import java.nio.file.Path;

/** What the tests say of modules, and what the modules' POMs have around what the tests are about. */
final class Modules {
    static final EffectiveModels MODELS = EffectiveModels.start();

    /** What a module is in which nothing speaks for another kind. */
    static final String LIBRARY = "library (no main class is configured)";

    private Modules() {}

    /**
     * {@return the kind of a module and its reason}
     *
     * @param pom what stands in its POM
     * @param parents what stands in its parent's, its parent's parent's, and so on
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
     * @param body what it has besides its coordinates
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
}
