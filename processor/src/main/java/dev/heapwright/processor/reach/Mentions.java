package dev.heapwright.processor.reach;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The classes that each class of the sources mentions, in source order, and where it does so first. */
final class Mentions {
    private final Map<String, Map<String, Place>> byClass = new LinkedHashMap<>();
    private boolean incomplete;

    /** A place in a source. */
    sealed interface Place {}

    /**
     * One that javac shows.
     *
     * @param tree the expression, type or annotation
     * @param unit the file that it is in
     */
    record Expression(Tree tree, CompilationUnitTree unit) implements Place {}

    /**
     * One that every compiler shows.
     *
     * @param element what is declared there
     */
    record Declaration(Element element) implements Place {}

    void add(String mentioning, String mentioned, Place place) {
        Map<String, Place> places = byClass.computeIfAbsent(mentioning, name -> new LinkedHashMap<>());
        if (!mentioned.equals(mentioning)) {
            places.putIfAbsent(mentioned, place);
        }
    }

    /** Something is mentioned that does not exist. */
    void setIncomplete() {
        incomplete = true;
    }

    /** {@return whether all that is mentioned exists} */
    boolean isComplete() {
        return !incomplete;
    }

    /** {@return what a class of the sources mentions; null if it is not one of them} */
    @Nullable
    Set<String> of(String name) {
        Map<String, Place> places = byClass.get(name);
        return places == null ? null : places.keySet();
    }

    /** {@return where a class mentions another first; null if it does not} */
    @Nullable
    Place place(String mentioning, String mentioned) {
        Map<String, Place> places = byClass.get(mentioning);
        return places == null ? null : places.get(mentioned);
    }
}
