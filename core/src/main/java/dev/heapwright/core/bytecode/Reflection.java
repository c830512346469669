package dev.heapwright.core.bytecode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which classes and members a method looks up by reflection. The constants of the whole method are combined: which of
 * them is passed to which call is not followed, so that more may be found than is looked up.
 */
final class Reflection {
    private static final String LOOKUP = "java.lang.invoke.MethodHandles$Lookup";

    private static final Pattern CLASS_NAME = Pattern.compile("[^\\s.;/\\[]+(\\.[^\\s.;/\\[]+)*");

    private final Set<String> literals = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<Search> searches = new LinkedHashSet<>();

    /** A call that looks something up; whether its last argument is a constant text. */
    private record Search(Kind kind, Member method, boolean constant) {

        /** {@return whether the name of a class is the last argument} */
        boolean endsWithName() {
            return method.descriptor().contains("Ljava/lang/String;)");
        }

        String text() {
            String type = method.type();
            return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + method.name();
        }
    }

    private enum Kind {
        CLASS,
        SERVICE,
        MEMBER,
        CONSTRUCTOR,
        ALL_MEMBERS
    }

    void literal(String type) {
        literals.add(type);
    }

    void text(String text) {
        texts.add(text);
    }

    /**
     * Looks at a call.
     *
     * @param method that is called
     * @param constant whether its last argument is a constant text
     */
    void call(Member method, boolean constant) {
        Kind kind = switch (method.type()) {
            case "java.lang.Class" -> inClass(method.name());
            case LOOKUP -> inLookup(method.name());
            case "java.util.ServiceLoader" -> method.name().startsWith("load") ? Kind.SERVICE : null;
            default ->
                method.name().equals("loadClass") && method.descriptor().startsWith("(Ljava/lang/String;")
                        ? Kind.CLASS
                        : null;
        };
        if (kind != null) {
            searches.add(new Search(kind, method, constant));
        }
    }

    private static @Nullable Kind inClass(String name) {
        return switch (name) {
            case "forName" -> Kind.CLASS;
            case "getMethod", "getDeclaredMethod", "getField", "getDeclaredField" -> Kind.MEMBER;
            case "getConstructor", "getDeclaredConstructor", "newInstance" -> Kind.CONSTRUCTOR;
            case "getMethods", "getDeclaredMethods", "getConstructors", "getDeclaredConstructors" -> Kind.ALL_MEMBERS;
            default -> null;
        };
    }

    private static @Nullable Kind inLookup(String name) {
        return switch (name) {
            case "findClass" -> Kind.CLASS;
            case "findConstructor" -> Kind.CONSTRUCTOR;
            default -> name.startsWith("find") ? Kind.MEMBER : null;
        };
    }

    void addTo(Set<Use> uses) {
        Set<String> named = namedClasses();
        named.forEach(type -> uses.add(new Use.Everything(type)));
        for (Search search : searches) {
            if (!isKnown(search, named)) {
                uses.add(new Use.Unknown(search.text()));
            }
            for (String type : literals) {
                switch (search.kind()) {
                    case CLASS -> {}
                    case SERVICE -> uses.add(new Use.Service(type));
                    case MEMBER -> texts.forEach(name -> uses.add(new Use.Named(type, name)));
                    case CONSTRUCTOR -> uses.add(new Use.Named(type, Member.CONSTRUCTOR));
                    case ALL_MEMBERS -> uses.add(new Use.Everything(type));
                }
            }
        }
    }

    private Set<String> namedClasses() {
        return searches.stream().anyMatch(search -> search.kind() == Kind.CLASS)
                ? texts.stream()
                        .filter(CLASS_NAME.asMatchPredicate())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private boolean isKnown(Search search, Set<String> named) {
        return switch (search.kind()) {
            case CLASS -> search.endsWithName() ? search.constant() : !named.isEmpty();
            case MEMBER -> isClassKnown(named) && !texts.isEmpty();
            case SERVICE, CONSTRUCTOR, ALL_MEMBERS -> isClassKnown(named);
        };
    }

    /** {@return whether the members that are looked up can only be those of classes that constants name} */
    private boolean isClassKnown(Set<String> named) {
        List<Search> forClasses =
                searches.stream().filter(search -> search.kind() == Kind.CLASS).toList();
        return forClasses.stream().allMatch(search -> isKnown(search, named))
                && !(literals.isEmpty() && forClasses.isEmpty());
    }
}
