package dev.heapwright.maven.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What help offers to be pasted.
 *
 * @param where the words before, which say where it belongs
 * @param lines an element of a POM, or a line of another file
 */
public record Paste(String where, List<String> lines) {
    private static final Pattern ELEMENT = Pattern.compile("<.*");
    private static final Pattern DECLARATION = Pattern.compile("(?:requires|provides|uses) .*;");
    private static final Pattern INSTRUCTION = Pattern.compile("-?[A-Za-z-]+: .*");
    private static final Pattern PROPERTY = Pattern.compile("(?!-D)[\\w-]+(?:\\.[\\w-]+)+=\\S+");

    /** Help that begins like this is about another way, which is for another project. */
    private static final Pattern OTHERWISE = Pattern.compile("(?:or|if not|if it) .*");

    /** An element among words, as in {@code give it <scope>test</scope>}. */
    private static final Pattern AMONG_WORDS = Pattern.compile("(.*(?:\\bwith|give it)) (<([\\w.]+)>[^<]*</\\3>).*");

    /** Copies the list. */
    public Paste {
        lines = List.copyOf(lines);
    }

    /**
     * {@return what help offers first: each element and each line on its own, as they may belong to different places}
     *
     * @param help its lines
     */
    public static List<Paste> in(List<String> help) {
        List<Paste> pastes = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (String line : help) {
            if (!lines.isEmpty() || isCode(line, where)) {
                lines.add(line);
                if (isWhole(lines)) {
                    pastes.add(new Paste(where.toString().strip(), lines));
                    lines.clear();
                }
                continue;
            }
            if (!pastes.isEmpty()) {
                if (OTHERWISE.matcher(line).matches()) {
                    return pastes;
                }
                where.setLength(0);
            }
            where.append(' ').append(line);
            Matcher among = AMONG_WORDS.matcher(where);
            if (among.matches()) {
                return List.of(new Paste(among.group(1).strip(), List.of(among.group(2))));
            }
        }
        return pastes;
    }

    boolean isElement() {
        return ELEMENT.matcher(lines.get(0)).matches();
    }

    boolean isDeclaration() {
        return DECLARATION.matcher(lines.get(0)).matches();
    }

    boolean isProperty() {
        return PROPERTY.matcher(lines.get(0)).matches();
    }

    private static boolean isCode(String line, StringBuilder where) {
        return ELEMENT.matcher(line).matches()
                || DECLARATION.matcher(line).matches()
                || PROPERTY.matcher(line).matches()
                || (where.toString().contains("instructions for bnd")
                        && INSTRUCTION.matcher(line).matches());
    }

    private static boolean isWhole(List<String> lines) {
        String first = lines.get(0);
        String last = lines.get(lines.size() - 1);
        if (!ELEMENT.matcher(first).matches()) {
            return true;
        }
        String name = first.replaceFirst("^<([\\w-]+).*", "$1");
        return last.endsWith("</" + name + ">") || (lines.size() == 1 && last.endsWith("/>"));
    }
}
