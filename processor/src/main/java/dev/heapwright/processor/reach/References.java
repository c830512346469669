package dev.heapwright.processor.reach;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The classes that each source class references, in source order, each with the place of the first reference. */
final class References {
    private final Map<String, Map<String, Place>> byClass = new LinkedHashMap<>();
    private boolean incomplete;

    /** A place in a source. */
    sealed interface Place {}

    /**
     * A place that javac can show.
     *
     * @param tree the expression, type or annotation
     * @param unit the file that it is in
     */
    record Expression(Tree tree, CompilationUnitTree unit) implements Place {}

    /**
     * A place that every compiler can show.
     *
     * @param element what is declared there
     */
    record Declaration(Element element) implements Place {}

    void add(String mentioning, String referenced, Place place) {
        Map<String, Place> places = byClass.computeIfAbsent(mentioning, name -> new LinkedHashMap<>());
        if (!referenced.equals(mentioning)) {
            places.putIfAbsent(referenced, place);
        }
    }

    /** Records that something references a class that does not exist. */
    void setIncomplete() {
        incomplete = true;
    }

    /** {@return whether everything that is referenced exists} */
    boolean isComplete() {
        return !incomplete;
    }

    /** {@return what a source class references; null if it is not a source class} */
    @Nullable
    Set<String> of(String name) {
        Map<String, Place> places = byClass.get(name);
        return places == null ? null : places.keySet();
    }

    /** {@return where a class references another first; null if it does not} */
    @Nullable
    Place place(String mentioning, String referenced) {
        Map<String, Place> places = byClass.get(mentioning);
        return places == null ? null : places.get(referenced);
    }
}
