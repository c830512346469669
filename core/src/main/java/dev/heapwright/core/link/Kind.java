package dev.heapwright.core.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a module produces, which decides whether an allocator is linked to it. */
public enum Kind {
    /** Something that is started: it is linked to exactly one allocator. */
    APPLICATION("an application"),
    /** Something that others depend on: the choice is theirs. */
    LIBRARY("a library");

    private final String withArticle;

    Kind(String withArticle) {
        this.withArticle = withArticle;
    }

    /**
     * {@return for use in a sentence: {@code an application}}
     */
    public String withArticle() {
        return withArticle;
    }

    /**
     * {@return the kind of that name, if there is one}
     *
     * @param name as {@link #toString} gives it
     */
    public static Optional<Kind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst();
    }

    /**
     * {@return the name that users write: {@code application}}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
