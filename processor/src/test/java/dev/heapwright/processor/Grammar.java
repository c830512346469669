package dev.heapwright.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates random Java from a grammar, so that sources have no syntax errors, and semantic errors only where
 * requested. Each line of the file {@code java.grammar} is an alternative for a name:
 *
 * <pre>{@code
 * name: text with «other» where an alternative for that name is inserted
 * name*3: text that is three times as likely
 * !name: text with a semantic error in a declaration
 * ?name: text with a semantic error in a body
 * }</pre>
 *
 * <p>In a text, {@code #} is a unique number, {@code \n} a new line and {@code \s} a space. Deep in the recursion, a
 * name always takes the first of its alternatives, which terminates.
 */
final class Grammar {
    private static final Pattern LINE = Pattern.compile("([!?]?)(\\w+)(?:\\*(\\d+))?:(?: (.*))?");
    private static final Pattern NAME = Pattern.compile("«(\\w+)»");
    private static final int DEEPEST = 8;

    private final Map<String, List<String>> alternatives = new HashMap<>();
    private final Random random;
    private int numbers;

    /**
     * Reads the grammar.
     *
     * @param random makes the choices
     * @param errors the prefixes of the alternatives with errors that are allowed
     */
    Grammar(Random random, String errors) {
        this.random = random;
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream("java.grammar"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> errors.contains(line.group(1)))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Matcher line) {
        String text = Objects.requireNonNullElse(line.group(4), "")
                .replace("\\n", "\n")
                .replace("\\s", " ");
        int weight = Integer.parseInt(Objects.requireNonNullElse(line.group(3), "1"));
        for (int i = 0; i < weight; i++) {
            alternatives
                    .computeIfAbsent(line.group(2), name -> new ArrayList<>())
                    .add(text);
        }
    }

    /** Replaces the alternatives of a name. */
    void set(String name, List<String> texts) {
        alternatives.put(name, texts);
    }

    /** Keeps only the first alternative of each of these names. */
    void keepFirst(String... names) {
        for (String name : names) {
            set(name, alternatives(name).subList(0, 1));
        }
    }

    /** {@return a random text for a name} */
    String text(String name) {
        return text(name, 0);
    }

    private String text(String name, int depth) {
        List<String> choice = alternatives(name);
        String number = String.valueOf(numbers++);
        String chosen = choice.get(depth > DEEPEST ? 0 : random.nextInt(choice.size()));
        return NAME.matcher(chosen.replace("#", number))
                .replaceAll(inner -> Matcher.quoteReplacement(text(inner.group(1), depth + 1)));
    }

    private List<String> alternatives(String name) {
        return Objects.requireNonNull(alternatives.get(name), name);
    }
}
