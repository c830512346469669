package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Of generated programs, what javac compiles them to and what a JVM then runs. */
class ReachPropertyTest {
    private static final int CLASSES = 6;

    @Property(tries = 200)
    void exactlyTheConsumersAreFoundThatTheNaiveStatementReachesAndAllThatRun(@ForAll long seed) throws Exception {
        RandomProgram model = RandomProgram.of(new Random(seed), CLASSES);
        CompiledProgram program = CompiledProgram.of(model.sources());
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < CLASSES; i++) {
            String consumer = "K" + i;
            List<Step> way =
                    Reach.of("Pool", new WithConsumer(program, consumer)).way();
            if (!way.isEmpty()) {
                assertEquals(consumer, way.get(way.size() - 1).type());
                found.add(consumer);
            }
        }
        assertEquals(model.reached(), found, () -> String.join("\n", model.sources()));
        Set<String> ran = run(program);
        assertTrue(found.containsAll(ran), () -> ran + " " + found + String.join("\n", model.sources()));
    }

    private record WithConsumer(CompiledProgram program, String consumer) implements Classes {
        @Override
        public Optional<ClassCode> find(String name) throws IOException {
            return program.find(name);
        }

        @Override
        public boolean needsAllocator(String name) {
            return name.equals(consumer);
        }

        @Override
        public Collection<ClassHeader> all() {
            return program.all();
        }

        @Override
        public Collection<String> providers(String service) {
            return program.providers(service);
        }
    }

    /** {@return the classes of which a method or the static initialiser has run} */
    private static Set<String> run(CompiledProgram program) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] file = Optional.ofNullable(program.files().get(name))
                        .orElseThrow(() -> new ClassNotFoundException(name));
                return defineClass(name, file, 0, file.length);
            }
        };
        loader.loadClass("Pool").getMethod("allocate", long.class, long.class).invoke(null, 1, 1);
        Set<?> ran = (Set<?>)
                Objects.requireNonNull(loader.loadClass("Trace").getField("ran").get(null));
        return new TreeSet<>(Arrays.asList(ran.toArray(String[]::new)));
    }
}
