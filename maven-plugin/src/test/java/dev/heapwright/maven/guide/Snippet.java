package dev.heapwright.maven.guide;

import java.util.List;

/**
 * A block of a page that shows code, a command or output.
 *
 * @param page the page
 * @param line where it begins, from 1
 * @param before the line before it
 * @param language the word after the fence, may be empty
 * @param lines its content
 */
record Snippet(Page page, int line, String before, String language, List<String> lines) {

    /** {@return whether its lines occur in the text, consecutively, with the same difference in indentation} */
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

    /** {@return its location, for messages} */
    @Override
    public String toString() {
        return page.name() + ":" + line;
    }
}
