package dev.heapwright.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwappedParametersRuleTest {
    @Test
    void parametersThatAreNamedForEachOthersPlaceAreWarnedOf() {
        assertEquals(
                """
                [Heapwright/SwappedParameters] com.acme.Pool.allocate has alignment where size belongs, and vice versa
                    required: public static long allocate(long size, long align)
                    found:    public static long allocate(long alignment, long bytes)
                  help: callers pass arguments in the required order, whatever the names: if the body relies on
                        the names, swap the parameters; if it relies on the order, rename them""",
                Shapes.text(
                        new SwappedParametersRule(),
                        Shapes.poolWith("public static long allocate(long alignment, long bytes)")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allocate(long align, long size)                                        | 0",
                "allocate(long Align, long NEW_SIZE)                                    | 0",
                "reallocate(long ptr, long new_size, long old_size, long align)         | 1",
                "reallocate(long address, long align, long size, long oldSize)          | 1",
                "reallocateInplace(long oldBytes, long addr, long length, long a)       | 0",
                "usableSize(long alignment, long length)                                | 0",
            })
    void theFirstOfTheTwoIsShown(String function, int index) {
        ClassShape type = Shapes.poolWith("public static long " + function);
        List<Part> parts = new SwappedParametersRule()
                .check(type).stream().map(Violation::part).toList();
        int position = type.functions().stream()
                .map(FunctionShape::name)
                .toList()
                .indexOf(function.substring(0, function.indexOf('(')));
        assertEquals(List.of(new Part.OfFunction(position, Part.Element.PARAMETER, index)), parts);
    }

    @Test
    void ofFourParametersBothPairsAreShown() {
        ClassShape type =
                Shapes.poolWith("public static long reallocate(long oldSize, long address, long align, long size)");
        assertEquals(
                List.of(0, 2),
                new SwappedParametersRule()
                        .check(type).stream()
                                .map(violation -> ((Part.OfFunction) violation.part()).index())
                                .toList());
    }

    /** A function with a single size need not say which. */
    @Test
    void deallocateMayCallItsSizeSo() {
        assertEquals(
                1,
                new SwappedParametersRule()
                        .check(Shapes.poolWith("public static void deallocate(long size, long address, long align)"))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public static long allocate(long size, long align)",
                "public static long allocate(long a, long b)",
                "public static long allocate(long align, long count)",
                "public static long allocate(long count, long size)",
                "public static long allocate(long address, long size)",
                "public static int allocate(long align, long size)",
                "public static long reallocate(long oldSize, long size, long address, long align)",
                "public static void deallocate(long address, long size, long align)",
            })
    void anyOtherNamesAreFree(String function) {
        assertEquals(List.of(), new SwappedParametersRule().check(Shapes.poolWith(function)));
    }
}
