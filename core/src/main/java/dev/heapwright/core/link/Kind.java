package dev.heapwright.core.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a module produces, which determines whether an allocator is linked to it, and the default. */
public enum Kind {
    /** A program that is started. */
    APPLICATION("an application"),
    /** Code that lives in the JVM of a host, beside allocators that others have chosen. */
    HOSTED("a hosted artifact"),
    /** A self-contained jar that is not started itself. */
    BUNDLE("a bundle"),
    /** Code that others depend on: the choice is theirs. */
    LIBRARY("a library");

    private final String withArticle;

    Kind(String withArticle) {
        this.withArticle = withArticle;
    }

    /** {@return the kind with its article: {@code an application}} */
    public String withArticle() {
        return withArticle;
    }

    /** {@return whether it is the end product, and thus linked to exactly one allocator} */
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
