package dev.heapwright.core.contract;

import static dev.heapwright.core.contract.Shapes.ALLOCATE;
import static dev.heapwright.core.contract.Shapes.poolAnd;
import static dev.heapwright.core.contract.Shapes.poolWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureRuleTest {
    /** The modifiers that are free, the names of parameters, and unchecked exceptions are kept. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static long allocate(long bytes, long alignment) | public static long allocate(long bytes, long alignment)",
                "public static native int allocate(long s, long a) | public static native long allocate(long s, long a)",
                "public static int allocate(long arg0, long arg1) | public static long allocate(long size, long align)",
                "public static int allocate(long alignment, long bytes) | public static long allocate(long size, long align)",
                "public static long allocate(long... sizes) | public static long allocate(long size, long align)",
                "public static long allocate(long bytes) | public static long allocate(long size, long align)",
                "public static int allocate(long s, long a) throws java.lang.Error, com.acme.Full | public static long allocate(long s, long a) throws java.lang.Error",
            })
    void theDeclarationThatIsRequiredIsShownBelowTheOneThatIsThere(String found, String required) {
        String text = text(poolWith(found));
        assertEquals(
                List.of("    - " + found, "    + " + required),
                text.lines()
                        .filter(line -> line.startsWith("    - ") || line.startsWith("    + "))
                        .toList());
    }

    @Test
    void anAbstractMethodGetsABody() {
        assertEquals("""
                [Heapwright/WrongSignature] com.acme.Pool.allocate is not static
                    - public abstract long allocate(long size, long align);
                    + public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                  help: declare it as shown""", text(poolWith("public abstract long allocate(long size, long align)")));
    }

    /** As far as it is qualified in source, it is in what can be pasted there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throws java.lang.Error | throws java.lang.Error",
                "throws Error           | throws Error",
                "throws lang.Error      | throws lang.Error",
            })
    void anExceptionIsNamedAsItIsInSource(String written, String shown) {
        String declaration = "public static int allocate(long size, long align) ";
        FunctionShape method =
                Shapes.inSource(Shapes.function(declaration + "throws java.lang.Error"), 7, declaration + written);
        FunctionMatch match = FunctionMatch.of(Contract.V1.functions().get(0), 0, method);
        assertEquals(
                List.of(
                        "- public static int allocate(long size, long align) " + written,
                        "+ public static long allocate(long size, long align) " + shown),
                match.difference());
    }

    @Test
    void severalFunctionsThatAreNotStaticAreOneViolation() {
        ClassShape type = Shapes.pool(
                "public long usableSize(long size, long align)",
                "public static int reallocate(long address, long oldSize, long size, long align)",
                "public com.acme.MemorySegment allocate(long size, long align) throws com.acme.Full",
                "public void deallocate(com.acme.MemorySegment block, long oldSize, long align)");
        assertEquals("""
                [Heapwright/WrongSignature] com.acme.Pool has 3 functions that are not static; an allocator is never instantiated
                    - public long usableSize(long size, long align)
                    + public static long usableSize(long size, long align)
                    - public com.acme.MemorySegment allocate(long size, long align) throws com.acme.Full
                    + public static long allocate(long size, long align)
                    - public void deallocate(com.acme.MemorySegment block, long oldSize, long align)
                    + public static void deallocate(long block, long oldSize, long align)
                  help: declare them as shown, and make the fields that they use static
                        return the block's address: segment.address() instead of the segment
                        handle the exception in the body: try { ... } catch (com.acme.Full e) { return 0; }
                        the block is passed as its address: get its segment with MemorySegment.ofAddress(block)
                [Heapwright/WrongSignature] com.acme.Pool.reallocate returns int, must return long
                    - public static int reallocate(long address, long oldSize, long size, long align)
                    + public static long reallocate(long address, long oldSize, long size, long align)
                  help: declare it as shown""", text(type));
        List<Violation> violations = new SignatureRule().check(type);
        assertEquals(
                List.of(
                        new Part.OfFunction(0, Part.Element.MODIFIERS, 0),
                        new Part.OfFunction(1, Part.Element.RETURN_TYPE, 0)),
                violations.stream().map(Violation::part).toList());
    }

    @Test
    void theOptionalFunctionMayBeRenamedInstead() {
        assertEquals("""
                [Heapwright/WrongSignature] com.acme.Pool.allocateZeroed: parameter align is int, must be long
                    - public static long allocateZeroed(long size, int align)
                    + public static long allocateZeroed(long size, long align)
                  help: declare it as shown, or rename it: this function is optional""", text(poolAnd("public static long allocateZeroed(long size, int align)")));
    }

    @Test
    void thePartThatIsWrongIsTheFirstOne() {
        assertEquals(
                new Part.OfFunction(0, Part.Element.PARAMETER_TYPE, 1),
                part("public static long allocate(long s, int a)"));
        assertEquals(
                new Part.OfFunction(0, Part.Element.PARAMETER_TYPE, 1),
                part("public static long allocate(long s, long... a)"));
        assertEquals(
                new Part.OfFunction(0, Part.Element.EXCEPTION, 1),
                part("public static long allocate(long s, long a) throws java.lang.Error, com.acme.A, com.acme.B"));
    }

    private static Part part(String function) {
        return new SignatureRule().check(poolWith(function)).get(0).part();
    }

    @Test
    void checkedExceptionsAreNamed() {
        assertEquals(
                "[Heapwright/WrongSignature] com.acme.Pool.allocate declares the checked exceptions com.acme.A, com.acme.B",
                firstLine(poolWith("public static long allocate(long s, long a) throws com.acme.A, com.acme.B")));
        assertEquals(
                "[Heapwright/WrongSignature] com.acme.Pool.allocate has 3 parameters, must have 2",
                firstLine(poolWith("public static long allocate(long s, long a, long b)")));
        assertEquals(
                "[Heapwright/WrongSignature] com.acme.Pool.allocate has 1 parameter, must have 2",
                firstLine(poolWith("public static long allocate(long s)")));
    }

    /** A method with the right number of parameters is meant rather than one with fewer differences; then the nearest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "public static long allocate(long size)",
                "static int allocate(long size, int align)",
            })
    void amongOverloadsTheNearestIsMeant(String other) {
        for (List<String> order : List.of(
                List.of(other, "static long allocate(long size, long align)"),
                List.of("static long allocate(long size, long align)", other))) {
            ClassShape type = Shapes.pool(order.toArray(String[]::new));
            assertEquals("[Heapwright/WrongSignature] com.acme.Pool.allocate is not public", firstLine(type));
        }
    }

    @Test
    void ofEquallyNearOverloadsTheFirstIsMeant() {
        ClassShape type = Shapes.pool("static long allocate(long a, long b)", "static long allocate(long c, long d)");
        assertEquals(
                0, new SignatureRule().check(type).get(0).part() instanceof Part.OfFunction of ? of.position() : -1);
    }

    @Test
    void anOverloadBesideTheFunctionIsFree() {
        assertEquals("", text(Shapes.pool("static int allocate(int size, int align)", ALLOCATE)));
    }

    /** What a body returns where it fails. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public static void deallocate(long a, long b, long c)               | throw new AssertionError(e);",
                "public static long reallocateInplace(long a, long b, long c, long d) | return usableSize(b, d);",
                "public static long usableSize(long bytes, long align)               | return bytes;",
                "public static long reallocate(long a, long b, long c, long d)       | return 0;",
            })
    void aCheckedExceptionIsHandledInTheBody(String function, String handling) {
        assertEquals(
                "        handle the exception in the body: try { ... } catch (com.acme.A | com.acme.B e) { " + handling
                        + " }",
                lastLine(poolWith(function + " throws com.acme.A, com.acme.B")));
    }

    @Test
    void whatHasNoBodyHandlesNothing() {
        assertEquals(
                "  help: declare it as shown",
                lastLine(poolWith("public static native long allocate(long s, long a) throws com.acme.A")));
        assertEquals(
                "  help: declare it as shown",
                lastLine(poolWith("public abstract long allocate(long s, long a) throws com.acme.A")));
    }

    private static String lastLine(ClassShape type) {
        return text(type).lines().reduce("", (first, second) -> second);
    }

    private static String firstLine(ClassShape type) {
        return text(type).lines().limit(1).collect(Collectors.joining());
    }

    private static String text(ClassShape type) {
        return Shapes.text(new SignatureRule(), type);
    }
}
