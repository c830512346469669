package dev.heapwright.maven.project;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.maven.project.MavenProject;

/** Finds the encoding that a module's sources are read with. */
public final class SourceEncoding {
    private SourceEncoding() {}

    /**
     * {@return the encoding, as it is named by the property that all plugins go by}
     *
     * @param module the module
     */
    public static Charset of(MavenProject module) {
        String name = module.getProperties().getProperty("project.build.sourceEncoding", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            // The compiler is about to complain of it. Names of allocators are ASCII in any case.
            return StandardCharsets.UTF_8;
        }
    }
}
