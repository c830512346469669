package dev.heapwright.core.reach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A generated program: classes {@code K0}, {@code K1} and so on, each with static methods {@code s0} and {@code s1}, and
 * some with methods that override others, among them the JDK's {@code run}.
 *
 * @param allocate what the allocator does
 * @param types the classes
 */
record RandomProgram(List<Action> allocate, List<Type> types) {
    private static final List<String> METHODS = List.of("v0", "v1", "run");

    /** What a statement does to a class: {@code n} is the number of a method. */
    private record Action(Kind kind, int type, int n) {
        String text() {
            return switch (kind) {
                case STATIC_CALL -> "K%d.s%d();".formatted(type, n);
                case CALL -> "if (Trace.object instanceof K%d k) { k.v%d(); }".formatted(type, n);
                case NEW -> "Trace.object = new K%d();".formatted(type);
                case FIELD -> "K%d.field++;".formatted(type);
                case LAMBDA -> "Trace.task = () -> K%d.s%d();".formatted(type, n);
                case RUN -> "Trace.run();";
            };
        }
    }

    private enum Kind {
        STATIC_CALL,
        CALL,
        NEW,
        FIELD,
        LAMBDA,
        RUN
    }

    /**
     * A class.
     *
     * @param superclass number of a class before it; -1 if none
     * @param runnable whether it implements {@code Runnable}
     * @param bodies what its methods do, by their names, and {@code static} its initialiser
     */
    private record Type(int superclass, boolean runnable, Map<String, List<Action>> bodies) {}

    static RandomProgram of(Random random, int size) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, List<Action>> bodies = new TreeMap<>();
            bodies.put("s0", body(random, size));
            bodies.put("s1", body(random, size));
            int superclass = random.nextInt(i + 1) - 1;
            boolean runnable = random.nextInt(3) == 0;
            for (String method : METHODS) {
                // Without a superclass, all are there, so that they can be called.
                if (superclass < 0 || random.nextBoolean()) {
                    bodies.put(method, body(random, size));
                }
            }
            if (random.nextBoolean()) {
                bodies.put("static", body(random, size));
            }
            types.add(new Type(superclass, runnable, bodies));
        }
        return new RandomProgram(body(random, size), types);
    }

    private static List<Action> body(Random random, int size) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Action(
                        Kind.values()[random.nextInt(Kind.values().length)], random.nextInt(size), random.nextInt(2)))
                .toList();
    }

    String[] sources() {
        List<String> sources = new ArrayList<>();
        sources.add(CompiledProgram.pool(text(allocate), ""));
        sources.add("""
                public final class Trace {
                    public static final java.util.Set<String> ran = new java.util.HashSet<>();
                    static Object object;
                    static Runnable task = Trace::ended;
                    private static int calls;
                    static void ended() {}
                    static void run() {
                        task.run();
                        if (object instanceof Runnable runnable) { runnable.run(); }
                    }
                    static boolean runs(String type) {
                        ran.add(type);
                        return calls++ > 100;
                    }
                }
                """);
        for (int i = 0; i < types.size(); i++) {
            sources.add(source(i));
        }
        return sources.toArray(String[]::new);
    }

    private String source(int i) {
        Type type = types.get(i);
        String name = "K" + i;
        String members = type.bodies().entrySet().stream()
                .map(each -> each.getKey().equals("static")
                        ? "static { if (!Trace.runs(\"%s\")) { %s } }".formatted(name, text(each.getValue()))
                        : "public %s void %s() { if (Trace.runs(\"%s\")) { return; } %s }"
                                .formatted(
                                        each.getKey().startsWith("s") ? "static" : "",
                                        each.getKey(),
                                        name,
                                        text(each.getValue())))
                .collect(Collectors.joining("\n    "));
        return "public class %s %s %s {\n    static int field;\n    %s\n}\n"
                .formatted(
                        name,
                        type.superclass() < 0 ? "" : "extends K" + type.superclass(),
                        type.runnable() ? "implements Runnable" : "",
                        members);
    }

    private static String text(List<Action> body) {
        return body.stream().map(Action::text).collect(Collectors.joining(" "));
    }

    /** {@return the classes whose code is reached, as a naive statement of it: whatever follows is added until nothing is} */
    Set<String> reached() {
        Set<String> reached = new HashSet<>();
        follow("Pool", allocate, reached);
        int size;
        do {
            size = reached.size();
            for (int i = 0; i < types.size(); i++) {
                Type type = types.get(i);
                for (String body : type.bodies().keySet()) {
                    if (reached.contains("K" + i + "." + body)) {
                        follow("K" + i, type.bodies().get(body), reached);
                    }
                }
                if (reached.contains("K" + i + ".static") && type.superclass() >= 0) {
                    reached.add("K" + type.superclass() + ".static");
                }
                if (reached.contains("K" + i + ".instance") && isRunnable(i)) {
                    reached.add(implementation(i, "run"));
                }
            }
        } while (reached.size() > size);
        reached.remove("Pool.static");
        return reached.stream()
                .map(each -> each.substring(0, each.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The body of a lambda is a static method of the class that it is in. */
    private void follow(String around, List<Action> body, Set<String> reached) {
        for (Action action : body) {
            String name = "K" + action.type();
            switch (action.kind()) {
                case STATIC_CALL -> reached.addAll(Set.of(name + ".s" + action.n(), name + ".static"));
                case LAMBDA -> reached.addAll(List.of(name + ".s" + action.n(), name + ".static", around + ".static"));
                case NEW -> reached.addAll(Set.of(name + ".instance", name + ".static"));
                case FIELD -> reached.add(name + ".static");
                case CALL ->
                    IntStream.range(0, types.size())
                            .filter(i -> isBelow(i, action.type()))
                            .forEach(i -> reached.add(implementation(i, "v" + action.n())));
                case RUN -> {}
            }
        }
    }

    private boolean isBelow(int type, int above) {
        return type == above || (type >= 0 && isBelow(types.get(type).superclass(), above));
    }

    private boolean isRunnable(int type) {
        return type >= 0
                && (types.get(type).runnable() || isRunnable(types.get(type).superclass()));
    }

    private String implementation(int type, String method) {
        Type declared = types.get(type);
        return declared.bodies().containsKey(method)
                ? "K" + type + "." + method
                : implementation(declared.superclass(), method);
    }
}
