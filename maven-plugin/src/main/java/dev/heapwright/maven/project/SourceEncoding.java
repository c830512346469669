package dev.heapwright.maven.project;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.maven.project.MavenProject;

/** Determines the encoding of a module's sources. */
public final class SourceEncoding {
    private SourceEncoding() {}

    /**
     * {@return the encoding, from the property that all plugins use}
     *
     * @param module the module
     */
    public static Charset of(MavenProject module) {
        String name = module.getProperties().getProperty("project.build.sourceEncoding", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            // The compiler will report it. The names of allocators are usually ASCII.
            return StandardCharsets.UTF_8;
        }
    }
}
