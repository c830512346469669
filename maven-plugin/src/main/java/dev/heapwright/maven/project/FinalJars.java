package dev.heapwright.maven.project;

import dev.heapwright.linker.packaged.FinalJar;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds the jars that a module hands over, made by whichever plugins. */
public final class FinalJars {
    /** What holds a program, or a part of one. An ear holds several, each of which was checked where it was built. */
    private static final Set<String> EXTENSIONS = Set.of("jar", "war", "rar", "hpi", "jpi");

    /** Of artifacts that go with a program, and are none: by classifier, and by type for those that have others. */
    private static final Set<String> BESIDE = Set.of("sources", "test-sources", "javadoc", "test-javadoc", "tests");

    private static final Set<String> TYPES_BESIDE = Set.of("java-source", "javadoc", "test-jar");

    private FinalJars() {}

    /**
     * {@return the jars: that of the main artifact first, if it is packaged already, then those that are attached}
     *
     * @param project the module
     */
    public static List<FinalJar> of(MavenProject project) {
        List<FinalJar> jars = new ArrayList<>();
        add(project.getArtifact(), "", jars);
        for (Artifact attached : project.getAttachedArtifacts()) {
            String classifier = attached.hasClassifier() ? attached.getClassifier() : attached.getType();
            if (!BESIDE.contains(classifier) && !TYPES_BESIDE.contains(attached.getType())) {
                add(attached, classifier, jars);
            }
        }
        return jars;
    }

    private static void add(Artifact artifact, String classifier, List<FinalJar> jars) {
        @Nullable File file = artifact.getFile();
        if (file != null
                && file.isFile()
                && EXTENSIONS.contains(extension(file.getName()))
                && jars.stream().noneMatch(jar -> jar.file().equals(file.toPath()))) {
            jars.add(new FinalJar(file.toPath(), classifier));
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
