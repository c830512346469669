package dev.heapwright.core.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final String HEAP = """
            public class Heap {
                public static int[] array = {};
                public static final int CONSTANT = 1;
                public int field;
                public static long allocate() { return 0; }
                public void use() {}
                public enum Kind { SMALL }
                public record Block(long address) {}
            }
            """;

    private static final String UTIL = """
            public class Util {
                public static long roundUp(long size) { return size; }
                public static void log(String text) { Heap.allocate(); }
            }
            """;

    private static List<String> way(String... sources) throws IOException {
        return CompiledProgram.of(sources).way();
    }

    @Test
    void anotherMethodOfACalledClassIsNoWay() throws IOException {
        assertEquals(List.of(), way(CompiledProgram.pool("Util.roundUp(size);", ""), UTIL, HEAP));
        assertEquals(
                List.of("Pool.allocate(long, long)", "Util.log(String)", "Heap.allocate()"),
                way(CompiledProgram.pool("Util.log(\"\");", ""), UTIL, HEAP));
    }

    @Test
    void aMethodOfTheAllocatorThatNoFunctionCallsIsNoWay() throws IOException {
        assertEquals(
                List.of(),
                way(CompiledProgram.pool("", "public static long statistics() { return Heap.allocate(); }"), HEAP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heap.allocate();                                        | Heap.allocate()",
                "new Heap();                                             | new Heap()",
                "Object o = Heap.array;                                  | Heap.array",
                "Heap.array = null;                                      | Heap.array",
                "Heap[] heaps = {}; int i = heaps[0].field;              | Heap.field",
                "Object o = Heap.class;                                  | Heap (static initialiser)",
                "Object o = Heap.Kind.SMALL;                             | Heap$Kind.SMALL",
                "java.util.function.LongSupplier s = Heap::allocate;     | Heap.allocate()",
                "java.util.function.LongSupplier s = () -> Heap.allocate();     | Heap.allocate()",
                "java.util.function.Supplier<Heap> s = Heap::new;        | new Heap()",
                "new Object() { long address = Heap.allocate(); };       | Heap.allocate()",
            })
    void codeOfAConsumerIsReachedThrough(String use, String step) throws IOException {
        List<String> way = way(CompiledProgram.pool(use, ""), HEAP);
        assertEquals("Pool.allocate(long, long)", way.get(0));
        assertEquals(step, way.get(way.size() - 1));
        assertEquals(way.contains("new Pool$1()") ? 3 : 2, way.size());
    }

    /** None of it runs code of the class. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int constant = Heap.CONSTANT;",
                "Object o = new Heap[1];",
                "Object o = null; Heap heap = (Heap) o;",
                "boolean is = (Object) size instanceof Heap;",
                "try { size++; } catch (Pool.Failed e) {}",
                "Heap heap = helper(null); helper(heap);",
            })
    void aClassThatIsOnlyMentionedIsNotReached(String use) throws IOException {
        String members = """
                static Heap helper(Heap heap) { return heap; }
                static Heap field;
                static java.util.List<Heap> list;
                static class Failed extends RuntimeException { Heap heap; }
                """;
        assertEquals(List.of(), way(CompiledProgram.pool(use, members), HEAP));
    }

    @Test
    void theStaticInitialiserOfTheAllocatorAndOfWhatItInitialisesIsReached() throws IOException {
        assertEquals(
                List.of("Pool (static initialiser)", "Heap.allocate()"),
                way(CompiledProgram.pool("", "static long first = Heap.allocate();"), HEAP));
        assertEquals(
                List.of(
                        "Pool.allocate(long, long)",
                        "Sub (static initialiser)",
                        "Base (static initialiser)",
                        "Heap.allocate()"),
                way(
                        CompiledProgram.pool("int i = Sub.field;", ""),
                        "class Base { static long address = Heap.allocate(); }",
                        "class Sub extends Base { static int field; }",
                        HEAP));
    }

    @Test
    void aCallLeadsToAllOverridersInTheProgram() throws IOException {
        String base = "abstract class Sink { static Sink current; abstract void put(); void other() {} }";
        String overrider = "class HeapSink extends Sink { void put() { Heap.allocate(); } void other() {} }";
        assertEquals(
                List.of("Pool.allocate(long, long)", "HeapSink.put()", "Heap.allocate()"),
                way(CompiledProgram.pool("Sink.current.put();", ""), base, overrider, HEAP));
        assertEquals(List.of(), way(CompiledProgram.pool("Sink.current.other();", ""), base, overrider, HEAP));
    }

    @Test
    void aMethodThatASubclassInheritsFromElsewhereOverridesToo() throws IOException {
        assertEquals(
                List.of("Pool.allocate(long, long)", "Base.put()", "Heap.allocate()"),
                way(
                        CompiledProgram.pool("Sink.current[0].put();", ""),
                        "interface Sink { Sink[] current = new Sink[1]; void put(); }",
                        "class Base { public void put() { Heap.allocate(); } }",
                        "class Both extends Base implements Sink {}",
                        HEAP));
    }

    @Test
    void aLambdaInAnyCodeOfTheProgramImplementsItsInterface() throws IOException {
        String sink = "interface Sink { Sink[] current = new Sink[1]; void put(); default void other() {} }";
        String program = "class Program { static void start() { Sink.current[0] = () -> Heap.allocate(); } }";
        assertEquals(
                List.of("Pool.allocate(long, long)", "Heap.allocate()"),
                way(CompiledProgram.pool("Sink.current[0].put();", ""), sink, program, HEAP));
        assertEquals(List.of(), way(CompiledProgram.pool("Sink.current[0].other();", ""), sink, program, HEAP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "implements Comparator<String>  | int compare(String a, String b) | compare(String, String)",
                "implements Runnable            | void run()                      | run()",
                "extends Object                 | String toString()               | toString()",
                "extends ArrayList<String>      | String get(int i)               | get(int)",
            })
    void theJdkCallsTheMethodsOfAnInstanceThatOverrideItsOwn(String supertype, String method, String step)
            throws IOException {
        String made = """
                import java.util.*;
                class Made %s {
                    public %s { Heap.allocate(); throw new Error(); }
                    public void dump() { Heap.allocate(); }
                }
                """.formatted(supertype, method);
        assertEquals(
                List.of(
                        "Pool.allocate(long, long)",
                        "Made (an instance, which the JDK may call)",
                        "Made." + step,
                        "Heap.allocate()"),
                way(CompiledProgram.pool("Object made = new Made();", ""), made, HEAP));
        assertEquals(
                List.of(),
                way(CompiledProgram.pool("Object made = null; String text = \"\" + (Made) made;", ""), made, HEAP));
    }

    @Test
    void theJdkAlsoCallsInheritedMethods() throws IOException {
        assertEquals(
                List.of(
                        "Pool.allocate(long, long)",
                        "Made (an instance, which the JDK may call)",
                        "Base.run()",
                        "Heap.allocate()"),
                way(
                        CompiledProgram.pool("Object made = new Made();", ""),
                        "class Base { public void run() { Heap.allocate(); } }",
                        "interface Task extends Runnable {}",
                        "class Made extends Base implements Task {}",
                        HEAP));
    }

    @Test
    void reflectionByConstantNamesIsFollowed() throws IOException {
        for (String use : List.of(
                "Class.forName(\"Util\");",
                "Class.forName(\"Util\", true, null);",
                "Pool.class.getClassLoader().loadClass(\"Util\");",
                "java.lang.invoke.MethodHandles.lookup().findStatic(Util.class, \"log\", null);",
                "Util.class.getMethod(\"log\", String.class);",
                "Util.class.getDeclaredMethods();")) {
            CompiledProgram program = CompiledProgram.of(
                    CompiledProgram.pool("try { %s } catch (Exception e) {}".formatted(use), ""), UTIL, HEAP);
            assertEquals(
                    List.of("Pool.allocate(long, long)", "Util.log(String)", "Heap.allocate()"), program.way(), use);
            assertEquals(List.of(), program.unknown(), use);
        }
        assertEquals(
                List.of(),
                way(
                        CompiledProgram.pool(
                                "try { Util.class.getMethod(\"roundUp\", long.class); } catch (Exception e) {}", ""),
                        UTIL,
                        HEAP));
    }

    @Test
    void aMethodOfAnInterfaceIsInheritedThroughOtherInterfaces() throws IOException {
        assertEquals(
                List.of("Pool.allocate(long, long)", "Sink.open()", "Heap.allocate()"),
                way(
                        CompiledProgram.pool("new Pipe().open();", ""),
                        "interface Sink { default void open() { Heap.allocate(); } }",
                        "interface Buffered extends Sink {}",
                        "class Pipe implements Buffered {}",
                        HEAP));
    }

    @Test
    void reflectionByUnknownNamesIsTold() throws IOException {
        String load = """
                static Object load(String name) throws Exception {
                    Class<?> type = Class.forName(name);
                    return type.getMethod("open").invoke(null);
                }
                """;
        CompiledProgram program =
                CompiledProgram.of(CompiledProgram.pool("try { load(\"a\"); } catch (Exception e) {}", load));
        assertEquals(
                List.of("Pool.load(String) calls Class.forName", "Pool.load(String) calls Class.getMethod"),
                program.unknown());
        assertEquals(
                List.of(), CompiledProgram.of(CompiledProgram.pool("", load)).unknown());
    }

    @Test
    void theShortestWayIsFoundAndOfSeveralTheOneThatSortsFirst() throws IOException {
        assertEquals(
                List.of("Pool.allocate(long, long)", "C.go()", "Heap.allocate()"),
                way(
                        CompiledProgram.pool("B.go(); D.go(); C.go();", ""),
                        "class B { static void go() { E.go(); } }",
                        "class C { static void go() { Heap.allocate(); } }",
                        "class D { static void go() { Heap.allocate(); } }",
                        "class E { static void go() { Heap.allocate(); } }",
                        HEAP));
    }

    @Test
    void theMessageDrawsTheWayAndClosesIt() throws IOException {
        CompiledProgram program = CompiledProgram.of(CompiledProgram.pool("Util.log(\"\");", ""), UTIL, HEAP);
        assertEquals(
                """
                [Heapwright/CircularDependency] circular dependency: allocator Pool uses Heap, which needs an allocator
                    Pool.allocate(long, long)
                    -> Util.log(String) in com.acme:util:1.0
                    -> Heap.allocate() (needs an allocator)
                    -> Pool
                  help: an allocator may only use code that needs no allocator; get memory from
                        dev.heapwright.memory.CHeap instead, or remove the call
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""",
                DiagnosticRenderer.render(CircularDependency.of(
                        "Pool", Reach.of("Pool", program).way(), Map.of("Util", "com.acme:util:1.0"))));
    }
}
