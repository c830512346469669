package dev.heapwright.maven.guide;

import java.util.List;
import java.util.regex.Pattern;

/** Turns the HTML of Javadoc into Markdown. */
final class Markdown {
    private static final int WIDTH = 120;
    private static final Pattern PARAGRAPHS = Pattern.compile("\u0001+");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

    private Markdown() {}

    /**
     * {@return the text in Markdown, in lines of limited width}
     *
     * @param html with {@code p}, {@code ul}, {@code li}, {@code code} and {@code br} only
     * @param indent what all lines but the first begin with
     */
    static String of(String html, String indent) {
        StringBuilder text = new StringBuilder();
        boolean afterItem = false;
        for (String paragraph : paragraphs(html)) {
            boolean item = paragraph.startsWith("- ");
            if (!text.isEmpty()) {
                // Items of a list belong together.
                text.append(item && afterItem ? "\n" : "\n\n").append(indent);
            }
            text.append(wrapped(paragraph, indent + (item ? "  " : "")));
            afterItem = item;
        }
        return text.toString();
    }

    /** {@return the first sentence} */
    static String summary(String html) {
        String text = paragraphs(html).get(0);
        return text.replaceFirst("(?s)([^`]|`[^`]*`)*?[.](?= |$)", "$0\u0000").split("\u0000", 2)[0];
    }

    /** {@return paragraphs and items of lists, each in a line; an empty line before what is no item} */
    private static List<String> paragraphs(String html) {
        String marked = html.replaceAll("\\s+", " ")
                .replaceAll(" ?</?(?:p|ul|br) ?/?> ?", "\u0001")
                .replaceAll(" ?<li> ?", "\u0001- ")
                .replaceAll(" ?</li> ?", "\u0001")
                .replaceAll("</?code>", "`");
        if (TAG.matcher(marked).find()) {
            throw new IllegalArgumentException("not supported here: " + html);
        }
        return PARAGRAPHS
                .splitAsStream(marked)
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> paragraph
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }

    private static String wrapped(String paragraph, String indent) {
        StringBuilder text = new StringBuilder();
        int width = indent.length();
        for (String word : paragraph.split(" ", -1)) {
            if (text.isEmpty()) {
                text.append(word);
            } else if (width + 1 + word.length() > WIDTH) {
                text.append('\n').append(indent).append(word);
                width = indent.length();
            } else {
                text.append(' ').append(word);
                width++;
            }
            width += word.length();
        }
        return text.toString();
    }
}
