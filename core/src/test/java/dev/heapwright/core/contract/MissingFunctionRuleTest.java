package dev.heapwright.core.contract;

import static dev.heapwright.core.contract.Shapes.ALLOCATE;
import static dev.heapwright.core.contract.Shapes.DEALLOCATE;
import static dev.heapwright.core.contract.Shapes.IN_PLACE;
import static dev.heapwright.core.contract.Shapes.REALLOCATE;
import static dev.heapwright.core.contract.Shapes.USABLE_SIZE;
import static dev.heapwright.core.contract.Shapes.pool;
import static dev.heapwright.core.contract.Shapes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingFunctionRuleTest {
    @Test
    void oneMissingFunctionIsNamed() {
        assertEquals("""
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing the required function usableSize
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: add it with exactly this signature and your own body""", text(pool(ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE)));
    }

    @Test
    void theOptionalFunctionIsNotMissed() {
        assertEquals("", text(pool(ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE)));
    }

    @Test
    void severalAreOneViolation() {
        assertEquals("""
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing 2 required functions
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                  help: add them with exactly these signatures and your own bodies""", text(pool(REALLOCATE, IN_PLACE, USABLE_SIZE)));
    }

    @Test
    void aMethodWithASimilarNameIsSuggestedWithItsLineIfThatIsKnown() {
        ClassShape type = pool("long malloc(long size)", "void free(long address)", REALLOCATE, IN_PLACE, USABLE_SIZE);
        assertEquals("""
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing 2 required functions
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                      // line 12: malloc looks like this function; rename it to allocate
                    public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                      // free looks like this function; rename it to deallocate
                  help: add them with exactly these signatures and your own bodies, or rename as suggested""", text(withFirstInLine12(type)));
    }

    private static ClassShape withFirstInLine12(ClassShape type) {
        List<FunctionShape> functions = new ArrayList<>(type.functions());
        functions.set(0, Shapes.inSource(functions.get(0), 12, "long malloc(long size)"));
        return new ClassShape(
                type.packageName(),
                type.name(),
                type.kind(),
                type.nesting(),
                type.modifiers(),
                type.generic(),
                type.superclass(),
                type.enclosing(),
                functions);
    }

    @Test
    void aClassThatInheritsAllIsToForwardThemOrToLeaveTheAnnotationToTheOther() {
        ClassShape base =
                type("com.acme", "Base", Modifier.PUBLIC, ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE);
        assertEquals("""
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing 5 required functions
                    public static long allocate(long size, long align) { return com.acme.Base.allocate(size, align); }
                    public static void deallocate(long address, long oldSize, long align) { com.acme.Base.deallocate(address, oldSize, align); }
                    public static long reallocate(long address, long oldSize, long size, long align) { return com.acme.Base.reallocate(address, oldSize, size, align); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return com.acme.Base.reallocateInplace(address, oldSize, size, align); }
                    public static long usableSize(long size, long align) { return com.acme.Base.usableSize(size, align); }
                  help: com.acme.Base has all five, but inherited functions do not count:
                        annotate that class instead, or declare them here and forward to it as shown""", text(pool().extending(Optional.of(base))));
    }

    @Test
    void aBaseThatIsNoAllocatorIsOnlyForwardedTo() {
        ClassShape base = type("com.acme", "Base", 0, ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE);
        assertEquals(
                """
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing the required function allocate
                    public static long allocate(long size, long align) { return com.acme.Base.allocate(size, align); }
                  help: inherited functions do not count: declare them here and forward to com.acme.Base as shown""", text(pool(DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE).extending(Optional.of(base))));
    }

    /** The class that has them may be hidden behind the one in between, which is named. */
    @Test
    void whatIsNotInheritedIsToBeWritten() {
        ClassShape root = type(
                "com.acme",
                "Root",
                Modifier.PUBLIC,
                "private static long allocate(long size, long align)",
                "protected static void deallocate(long address, long oldSize, long align)",
                "static long reallocate(long address, long oldSize, long size, long align)",
                "public long reallocateInplace(long address, long oldSize, long size, long align)");
        ClassShape base = type("com.acme", "Base", Modifier.PUBLIC).extending(Optional.of(root));
        assertEquals("""
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing 5 required functions
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                      // malloc looks like this function; rename it to allocate
                    public static void deallocate(long address, long oldSize, long align) { com.acme.Base.deallocate(address, oldSize, align); }
                    public static long reallocate(long address, long oldSize, long size, long align) { return com.acme.Base.reallocate(address, oldSize, size, align); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: inherited functions do not count: declare them here and forward to com.acme.Base as shown
                        add the others with exactly these signatures and your own bodies, or rename as suggested""", text(pool("long malloc(long size)").extending(Optional.of(base))));
    }

    @Test
    void theLastOneToBeWrittenIsNamed() {
        ClassShape base = type("com.acme", "Base", Modifier.PUBLIC, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE);
        String text = text(pool().extending(Optional.of(base)));
        assertEquals(
                "        add allocate with exactly this signature and your own body",
                text.substring(text.lastIndexOf('\n') + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme, public static, true",
        "com.acme, protected static, true",
        "com.acme, static, true",
        "com.acme, private static, false",
        "com.acme, public, false",
        "com.acme.base, public static, true",
        "com.acme.base, protected static, true",
        "com.acme.base, static, false",
        "com.acme.base, private static, false",
    })
    void aFunctionIsInheritedAsTheLanguageSays(String packageOfBase, String modifiers, boolean inherited) {
        ClassShape base =
                type(packageOfBase, "Base", Modifier.PUBLIC, modifiers + " long allocate(long size, long align)");
        String text = text(pool(DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE).extending(Optional.of(base)));
        assertEquals(inherited, text.contains("{ return " + packageOfBase + ".Base.allocate(size, align); }"), text);
    }

    @Test
    void anInheritedMethodWithOtherTypesIsAnotherMethod() {
        ClassShape base = type("com.acme", "Base", Modifier.PUBLIC, "static int allocate(long size, long align)");
        assertEquals(
                """
                [Heapwright/MissingFunction] allocator com.acme.Pool is missing the required function allocate
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                  help: add it with exactly this signature and your own body""", text(pool(DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE).extending(Optional.of(base))));
    }

    private static String text(ClassShape type) {
        return Shapes.text(new MissingFunctionRule(), type);
    }
}
