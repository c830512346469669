package dev.heapwright.diagnostic;

/**
 * Makes text that comes from a file which is not trusted (a jar, a marker) fit to be printed: control characters, which
 * could forge a line or steer a terminal, become question marks, and what is longer than any name that people give is
 * cut off.
 */
public final class PrintableText {
    private static final int LONGEST_LINE = 2_000;

    private PrintableText() {}

    /**
     * {@return the text on one line}
     *
     * @param text any text, however hostile
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_LINE)
                .map(character -> isControl(character) ? '?' : character)
                .forEach(line::appendCodePoint);
        long more = text.codePoints().count() - LONGEST_LINE;
        return more > 0
                ? line.append("… and ").append(more).append(" characters more").toString()
                : line.toString();
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
