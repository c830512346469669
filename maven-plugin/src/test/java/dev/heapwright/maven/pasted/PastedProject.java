package dev.heapwright.maven.pasted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A copy of a project that has been built, with what its messages offered. The scripts of {@code src/it} load this class. */
public final class PastedProject {
    private final Path original;
    private final Path copy;

    private PastedProject(Path original, Path copy) {
        this.original = original;
        this.copy = copy;
    }

    /**
     * Copies a project, without what was built, and pastes what its messages offer, in the files that they name.
     *
     * @param original folder of the project
     * @param copy a folder that does not exist; it is not made if nothing is offered
     * @param log of the build
     * @return the ids of the messages that offered something
     * @throws IOException if a file cannot be copied or changed
     * @throws IllegalArgumentException if it is not said clearly enough where something belongs
     */
    public static List<String> paste(Path original, Path copy, String log) throws IOException {
        List<HelpMessage> offering = HelpMessage.in(log).stream()
                .filter(message -> !message.pastes().isEmpty())
                .toList();
        if (!offering.isEmpty()) {
            PastedProject project = new PastedProject(original.toRealPath(), copy);
            project.copy();
            for (HelpMessage message : offering) {
                for (Paste paste : message.pastes()) {
                    if (paste.where().contains("leave this parameter out")) {
                        project.leaveOut(message);
                    }
                    project.paste(message.place(), paste);
                }
            }
        }
        return offering.stream().map(HelpMessage::id).distinct().toList();
    }

    private void copy() throws IOException {
        for (Path file : files(original)) {
            Path target = copy.resolve(original.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private void leaveOut(HelpMessage message) throws IOException {
        Path file = copied(message.place());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(message.line() - 1);
        Files.write(file, lines);
    }

    private void paste(String place, Paste paste) throws IOException {
        if (paste.isElement()) {
            new PastedPom(pom(place)).paste(paste);
        } else if (paste.isDeclaration()) {
            Path declaration = copied(place);
            String text = Files.readString(declaration);
            int end = text.lastIndexOf('}');
            Files.writeString(
                    declaration, text.substring(0, end) + paste.lines().get(0) + "\n}\n");
        } else if (paste.isProperty()) {
            append(copied(place), paste.lines().get(0));
        } else {
            append(pom(place).resolveSibling("bnd.bnd"), paste.lines().get(0));
        }
    }

    /** What comes later in a file of properties counts. */
    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, "\n" + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** {@return the POM that a message names, or that of the module whose file it names} */
    private Path pom(String place) throws IOException {
        Path named = copied(place);
        if (named.endsWith("pom.xml")) {
            return named;
        }
        for (@Nullable Path folder = named.getParent(); folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (folder.startsWith(copy) && Files.exists(pom)) {
                return pom;
            }
        }
        throw new IllegalArgumentException("In the POM of which module? " + place);
    }

    /** {@return the copy of a file, which was named by its path, or by that from the folder of its module} */
    private Path copied(String place) throws IOException {
        Path named = Path.of(place);
        if (named.isAbsolute()) {
            return copy.resolve(original.relativize(named).toString());
        }
        List<Path> found;
        try (Stream<Path> all = Files.walk(original)) {
            found = all.filter(each -> each.endsWith(named)).toList();
        }
        if (place.isEmpty() || found.size() != 1) {
            throw new IllegalArgumentException("Where? " + place + " " + found);
        }
        return copy.resolve(original.relativize(found.get(0)).toString());
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> all = Files.walk(project)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            !project.relativize(file).toString().matches("(.*/)?(target/.*|build\\.log|.*\\.groovy)"))
                    .toList();
        }
    }
}
