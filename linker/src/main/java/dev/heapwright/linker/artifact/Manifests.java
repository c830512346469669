package dev.heapwright.linker.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Reads the manifests of jars. */
public final class Manifests {
    private static final String PATH = "META-INF/MANIFEST.MF";
    private static final int LARGEST = 16 * 1024 * 1024;

    private Manifests() {}

    /**
     * {@return the main attributes of a manifest; none if there is no manifest}
     *
     * @param files of a jar
     * @throws IOException if it cannot be read, or is malformed
     */
    public static Attributes attributes(ArtifactFiles files) throws IOException {
        return attributes(content(files));
    }

    /** {@return the main attributes in the bytes of a manifest} */
    static Attributes attributes(byte[] content) throws IOException {
        return new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
    }

    /** {@return the bytes of the manifest, if there is one; its name may be written in any case, as for the JVM} */
    static byte[] content(ArtifactFiles files) throws IOException {
        for (String file : files.all()) {
            if (file.equalsIgnoreCase(PATH)) {
                return files.read(file, LARGEST).orElseThrow();
            }
        }
        return new byte[0];
    }
}
