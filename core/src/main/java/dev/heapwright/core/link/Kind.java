package dev.heapwright.core.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a module produces, which decides whether an allocator is linked to it, and which by default. */
public enum Kind {
    /** Something that is started. */
    APPLICATION("an application"),
    /** Something that lives in the JVM of a host, with allocators of other people's choice around it. */
    HOSTED("a hosted artifact"),
    /** A jar that holds all that it runs with, and is not started itself. */
    BUNDLE("a bundle"),
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
     * {@return whether nobody links it again, so that it is linked to exactly one allocator}
     */
    public boolean isFinal() {
        return this != LIBRARY;
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
