package dev.heapwright.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that were probably meant to be functions of the contract. */
class SimilarNamesTest {
    private static final List<ContractFunction> REQUIRED =
            Contract.V1.functions().stream().filter(ContractFunction::required).toList();

    @ParameterizedTest
    @CsvSource({
        "alocate, allocate",
        "ALLOCATE, allocate",
        "al_lo_cate, allocate",
        "aloccate, allocate",
        "allocated, allocate",
        "rust_alloc, allocate",
        "rust_dealloc, deallocate",
        "posix_memalign, allocate",
        "memalign, allocate",
        "aligned_alloc, allocate",
        "mallocx, allocate",
        "calloc, allocate",
        "free, deallocate",
        "aligned_free, deallocate",
        "sdallocx, deallocate",
        "realloc, reallocate",
        "rallocx, reallocate",
        "xallocx, reallocateInplace",
        "malloc_usable_size, usableSize",
        "nallocx, usableSize",
        "usable_siz, usableSize",
        "allocateZeros, ''",
        "acquire, ''",
        "aloct, ''",
    })
    void aNameIsNearToAFunctionOrItsNameElsewhere(String name, String function) {
        assertEquals(function.isEmpty() ? Map.of() : Map.of(function, name), found(REQUIRED, name));
    }

    @Test
    void aNameThatIsNearestToAFunctionThatIsThereIsNotSuggested() {
        assertEquals(Map.of(), found(List.of(function("reallocate")), "dealocate"));
        assertEquals(Map.of(), found(List.of(function("reallocate")), "allocate"));
    }

    @Test
    void ofEquallyNearFunctionsTheMissingOneIsMeant() {
        assertEquals(Map.of("reallocate", "meallocate"), found(List.of(function("reallocate")), "meallocate"));
        assertEquals(Map.of("deallocate", "meallocate"), found(List.of(function("deallocate")), "meallocate"));
    }

    @Test
    void theNearestMethodIsSuggestedAndTheFirstOfEquallyNearOnes() {
        List<ContractFunction> allocate = List.of(function("allocate"));
        assertEquals(Map.of("allocate", "alocate"), found(allocate, "malloc", "alocate"));
        assertEquals(Map.of("allocate", "alocate"), found(allocate, "alocate", "malloc"));
        assertEquals(Map.of("allocate", "calloc"), found(allocate, "calloc", "malloc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allocatezeroed", "allocateZero", "alloc_zeroed", "mallocZeroed", "callocZeroed", "calloc"})
    void theOptionalFunctionUnderASimilarNameIsWarnedOf(String name) {
        String declaration = "public static long " + name + "(long size, long align)";
        assertEquals("""
                [Heapwright/MissingFunction] com.acme.Pool.%1$s looks like the optional function allocateZeroed, and is never called under this name
                    optional: public static long allocateZeroed(long size, long align)
                    found:    %2$s
                  help: rename it to allocateZeroed: without that function, the heap clears each block itself
                        if it does something else, choose a name that is less similar""".formatted(name, declaration), misspelled(Shapes.poolAnd(declaration)));
    }

    @Test
    void itIsShownWhereItIs() {
        ClassShape type = Shapes.poolAnd("public static long calloc(long size, long align)");
        assertEquals(
                List.of(new Part.OfFunction(5, Part.Element.WHOLE, 0)),
                new MisspelledFunctionRule()
                        .check(type).stream().map(Violation::part).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static long calloc(long size, long align)",
                "public static long calloc(long size)",
                "public static long clear(long size, long align)",
                "public static long mallocatezero(long size, long align)",
            })
    void whatIsDeclaredOrNamedInAnotherWayIsSomethingElse(String method) {
        assertEquals("", misspelled(Shapes.poolAnd(method)));
    }

    @Test
    void besideTheFunctionItselfAnyNameIsFree() {
        assertEquals(
                "",
                misspelled(Shapes.poolAnd(
                        "public static long allocateZeroed(long size, long align)",
                        "public static long calloc(long size, long align)")));
    }

    @Test
    void whereARequiredFunctionIsMissingThatIsTheOneToBeToldOf() {
        assertEquals(
                "", misspelled(Shapes.pool(Shapes.DEALLOCATE, "public static long calloc(long size, long align)")));
    }

    private static String misspelled(ClassShape type) {
        return Shapes.text(new MisspelledFunctionRule(), type);
    }

    private static Map<String, String> found(List<ContractFunction> missing, String... names) {
        List<FunctionShape> methods = Arrays.stream(names)
                .map(name -> Shapes.function("void " + name + "(long size)"))
                .toList();
        return NearMisses.find(methods, missing).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().name(), each -> each.getValue().name()));
    }

    private static ContractFunction function(String name) {
        return Contract.V1.function(name).orElseThrow();
    }
}
