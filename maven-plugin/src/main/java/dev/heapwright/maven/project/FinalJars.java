package dev.heapwright.maven.project;

import dev.heapwright.linker.packaged.FinalJar;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds the final jars of a module, whichever plugins have built them. */
public final class FinalJars {
    /**
     * Types that contain a program, or part of one. An ear contains several, each of which was checked in its own
     * module.
     */
    private static final Set<String> PROGRAMS = Set.of("jar", "war", "rar", "hpi", "jpi");

    /**
     * Artifacts that accompany a program, but do not contain one: by classifier, or by type if the classifier varies.
     */
    private static final Set<String> BESIDE = Set.of("sources", "test-sources", "javadoc", "test-javadoc", "tests");

    private static final Set<String> TYPES_BESIDE = Set.of("java-source", "javadoc", "test-jar");

    private static final Set<String> EARS = Set.of("ear");

    private static final Set<String> ZIPS = Set.of("zip");

    private FinalJars() {}

    /**
     * {@return the jars: that of the main artifact first, if it has been packaged, then the attached ones}
     *
     * @param project the module
     */
    public static List<FinalJar> of(MavenProject project) {
        return of(project, PROGRAMS);
    }

    /**
     * {@return the ears of a module, likewise}
     *
     * @param project the module
     */
    public static List<FinalJar> ears(MavenProject project) {
        return of(project, EARS);
    }

    /**
     * {@return the zip files of a module, likewise}
     *
     * @param project the module
     */
    public static List<FinalJar> zips(MavenProject project) {
        return of(project, ZIPS);
    }

    private static List<FinalJar> of(MavenProject project, Set<String> extensions) {
        List<FinalJar> jars = new ArrayList<>();
        add(project.getArtifact(), "", extensions, jars);
        for (Artifact attached : project.getAttachedArtifacts()) {
            String classifier = attached.hasClassifier() ? attached.getClassifier() : attached.getType();
            if (!BESIDE.contains(classifier) && !TYPES_BESIDE.contains(attached.getType())) {
                add(attached, classifier, extensions, jars);
            }
        }
        return jars;
    }

    private static void add(Artifact artifact, String classifier, Set<String> extensions, List<FinalJar> jars) {
        @Nullable File file = artifact.getFile();
        if (file != null
                && file.isFile()
                && extensions.contains(extension(file.getName()))
                && jars.stream().noneMatch(jar -> jar.file().equals(file.toPath()))) {
            jars.add(new FinalJar(file.toPath(), classifier));
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
