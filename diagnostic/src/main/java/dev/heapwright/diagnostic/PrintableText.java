package dev.heapwright.diagnostic;

/**
 * Makes text from an untrusted file (a jar, a marker) safe to print: control characters, which could forge a line or
 * control a terminal, become question marks, and text that is longer than any reasonable name is truncated.
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
