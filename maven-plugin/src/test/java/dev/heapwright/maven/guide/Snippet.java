package dev.heapwright.maven.guide;

import java.util.List;

/**
 * A block of a page that shows code, a command or what is printed.
 *
 * @param page the page
 * @param line where it begins, from 1
 * @param before the line before it
 * @param language what stands after the fence, may be empty
 * @param lines its content
 */
record Snippet(Page page, int line, String before, String language, List<String> lines) {

    /** {@return whether its lines stand in the text, one after the other, all indented by as much or as little} */
    boolean isIn(List<String> text) {
        for (int start = 0; start + lines.size() <= text.size(); start++) {
            if (isAt(text.subList(start, start + lines.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(List<String> text) {
        return !lines.isEmpty()
                && String.join("\n", lines)
                        .stripIndent()
                        .equals(String.join("\n", text).stripIndent());
    }

    /** {@return where it is, for messages} */
    @Override
    public String toString() {
        return page.name() + ":" + line;
    }
}
