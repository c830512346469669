package dev.heapwright.core.contract;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void version1IsTheTableOfTheDesign() {
        String table = Contract.V1.functions().stream()
                .map(each -> "%-8s %s %s"
                        .formatted(each.required() ? "required" : "optional", each.declaration(), each.descriptor()))
                .collect(joining("\n"));
        assertEquals(1, Contract.V1.version());
        assertEquals("""
                required public static long allocate(long size, long align) (JJ)J
                required public static void deallocate(long address, long oldSize, long align) (JJJ)V
                required public static long reallocate(long address, long oldSize, long size, long align) (JJJJ)J
                required public static long reallocateInplace(long address, long oldSize, long size, long align) (JJJJ)J
                required public static long usableSize(long size, long align) (JJ)J
                optional public static long allocateZeroed(long size, long align) (JJ)J""", table);
    }

    @Test
    void eachFunctionHasABodyToBeginWith() {
        assertEquals(
                """
                public static long allocate(long size, long align) \
                { throw new UnsupportedOperationException("allocate"); }
                public static void deallocate(long address, long oldSize, long align) \
                { throw new UnsupportedOperationException("deallocate"); }
                public static long reallocate(long address, long oldSize, long size, long align) \
                { throw new UnsupportedOperationException("reallocate"); }
                public static long reallocateInplace(long address, long oldSize, long size, long align) \
                { throw new UnsupportedOperationException("reallocateInplace"); }
                public static long usableSize(long size, long align) \
                { throw new UnsupportedOperationException("usableSize"); }
                public static long allocateZeroed(long size, long align) \
                { throw new UnsupportedOperationException("allocateZeroed"); }""",
                Contract.V1.functions().stream()
                        .map(ContractFunction::stubbedDeclaration)
                        .collect(joining("\n")));
    }

    @Test
    void theAnnotationsHaveTheNamesThatUsersWrite() {
        assertEquals("dev.heapwright.annotations.Allocator", Contract.ALLOCATOR_ANNOTATION);
        assertEquals("dev.heapwright.annotations.NeedsAllocator", Contract.NEEDS_ALLOCATOR_ANNOTATION);
    }

    @Test
    void aFunctionIsFoundByItsExactName() {
        assertEquals(
                "long usableSize(long size, long align)",
                Contract.V1.function("usableSize").orElseThrow().signature());
        assertEquals(Optional.empty(), Contract.V1.function("usablesize"));
        assertEquals(Optional.empty(), Contract.V1.function(""));
    }

    @Test
    void aFunctionWithoutParametersHasADeclarationToo() {
        ContractFunction function = new ContractFunction("purge", "void", List.of(), false);
        assertEquals("public static void purge()", function.declaration());
        assertEquals("()V", function.descriptor());
    }

    @Test
    void nobodyCanChangeTheContract() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> Contract.V1.functions().remove(0));
        List<String> parameters = new ArrayList<>(List.of("size"));
        ContractFunction function = new ContractFunction("allocate", "long", parameters, true);
        List<ContractFunction> functions = new ArrayList<>(List.of(function));
        Contract contract = new Contract(2, functions);
        parameters.add("align");
        functions.clear();
        assertEquals(
                List.of("long allocate(long size)"),
                contract.functions().stream().map(ContractFunction::signature).toList());
    }
}
