package dev.heapwright.maven.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param file the page's file
 * @param name its path from the root of the repository, with slashes
 * @param lines all of its lines
 */
record Page(Path file, String name, List<String> lines) {
    /** The root of the repository. */
    static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?) *");
    private static final String FENCE = "```";

    /** {@return a page of that text} */
    static Page of(Path file, String text) {
        String name = ROOT.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString();
        return new Page(file, name.replace('\\', '/'), text.lines().toList());
    }

    /** {@return the pages in the repository's root, below {@code docs} and beside the samples, sorted by name} */
    static List<Page> all() {
        return Stream.of(
                        in(ROOT, 1),
                        in(ROOT.resolve("docs"), Integer.MAX_VALUE),
                        in(ROOT.resolve("sample-projects"), 2))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Page> in(Path folder, int depth) {
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> of(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its fenced blocks} */
    List<Snippet> snippets() {
        List<Snippet> snippets = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (start < 0) {
                    start = i;
                } else {
                    String before = start == 0 ? "" : lines.get(start - 1);
                    String language = lines.get(start).substring(FENCE.length());
                    snippets.add(new Snippet(this, start + 1, before, language, lines.subList(start + 1, i)));
                    start = -1;
                }
            }
        }
        if (start >= 0) {
            throw new IllegalStateException(name + ":" + (start + 1) + " is a block without an end");
        }
        return snippets;
    }

    /** {@return the targets of its links, in its text and not in its blocks} */
    List<String> links() {
        return text().stream()
                .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
                .toList();
    }

    /** {@return the anchors of its headings, as GitHub generates them} */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String line : text()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-');
                int others = 0;
                while (!anchors.add(others == 0 ? anchor : anchor + "-" + others)) {
                    others++;
                }
            }
        }
        return anchors;
    }

    /** {@return the lines outside of blocks} */
    private List<String> text() {
        List<String> text = new ArrayList<>();
        boolean inBlock = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                inBlock = !inBlock;
            } else if (!inBlock) {
                text.add(line);
            }
        }
        return text;
    }

    /** {@return its name, for messages} */
    @Override
    public String toString() {
        return name;
    }
}
