package dev.heapwright.processor.reach;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The classes that each class of the sources references, in source order, and where it does so first. */
final class References {
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

    void add(String mentioning, String referenced, Place place) {
        Map<String, Place> places = byClass.computeIfAbsent(mentioning, name -> new LinkedHashMap<>());
        if (!referenced.equals(mentioning)) {
            places.putIfAbsent(referenced, place);
        }
    }

    /** Something is referenced that does not exist. */
    void setIncomplete() {
        incomplete = true;
    }

    /** {@return whether all that is referenced exists} */
    boolean isComplete() {
        return !incomplete;
    }

    /** {@return what a class of the sources references; null if it is not one of them} */
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
