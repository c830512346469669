package dev.heapwright.testkit.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import org.junit.jupiter.api.Test;

/** Classes that are not allocators. */
public class ReflectedAllocatorTest {
    private static final String HERE = ReflectedAllocatorTest.class.getCanonicalName();

    /** Lacks all functions. */
    public static final class Empty {
        private Empty() {}
    }

    @Test
    void allMissingFunctionsAreListedLikeInTheProcessorsMessages() {
        Diagnostic diagnostic = Diagnostic.error(
                DiagnosticId.MISSING_FUNCTION, "allocator " + HERE + ".Empty is missing 5 required functions");
        for (ContractFunction function : Contract.V1.functions()) {
            diagnostic = function.required() ? diagnostic.withDetail(function.stubbedDeclaration()) : diagnostic;
        }
        assertEquals(
                DiagnosticRenderer.render(
                        diagnostic.withHelp("add them with exactly these signatures and your own bodies")),
                message(Empty.class));
    }

    /** Has four functions. */
    public static class Four {
        private Four() {}

        /** Allocates nothing. */
        public static long allocate(long size, long align) {
            return 0;
        }

        /** Does nothing. */
        public static void deallocate(long address, long oldSize, long align) {}

        /** Fails. */
        public static long reallocate(long address, long oldSize, long size, long align) {
            return 0;
        }

        /** Fails. */
        public static long reallocateInplace(long address, long oldSize, long size, long align) {
            return oldSize;
        }
    }

    @Test
    void aSingleMissingFunctionIsNamed() {
        assertEquals("""
                [Heapwright/MissingFunction] allocator %s.Four is missing the required function usableSize
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: add it with exactly this signature and your own body
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction""".formatted(HERE), message(Four.class));
    }

    /** Has one function that is not as required, beside overloads. */
    public static final class Wrong {
        private Wrong() {}

        /** Allocates nothing. */
        public static long allocate(long size, long align) {
            return 0;
        }

        /** Allocates nothing, and is not a function of the contract. */
        public static long allocate(long size) {
            return 0;
        }

        /** Is not static. */
        public void deallocate(long address, long oldSize, long align) {}

        /** Fails. */
        public static long reallocate(long address, long oldSize, long size, long align) {
            return 0;
        }

        /** Fails. */
        public static long reallocateInplace(long address, long oldSize, long size, long align) {
            return oldSize;
        }

        /** Takes an int. */
        public static long usableSize(long size, int align) {
            return size;
        }
    }

    @Test
    void functionsThatAreNotAsRequiredAreShownBesideWhatIs() {
        assertEquals("""
                [Heapwright/WrongSignature] %1$s.Wrong.deallocate is not static
                    - public void deallocate(long arg0, long arg1, long arg2)
                    + public static void deallocate(long address, long oldSize, long align)
                  help: declare it as shown
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                [Heapwright/WrongSignature] %1$s.Wrong.usableSize: parameter align is int, must be long
                    - public static long usableSize(long arg0, int arg1)
                    + public static long usableSize(long size, long align)
                  help: declare it as shown
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature""".formatted(HERE), message(Wrong.class));
    }

    static final class Hidden extends Four {}

    @Test
    void aClassThatIsNotPublicIsNotAnAllocatorAndInheritedFunctionsDoNotCount() {
        assertEquals("""
                [Heapwright/NotAnAllocatorClass] %s.Hidden cannot be an allocator: it is not public
                  help: make it public: glue in another package calls it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotAnAllocatorClass
                [Heapwright/MissingFunction] allocator %1$s.Hidden is missing 5 required functions
                    public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                    public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                    public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                  help: add them with exactly these signatures and your own bodies
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction""".formatted(HERE), message(Hidden.class));
    }

    private static String message(Class<?> type) {
        return assertThrows(Defect.class, () -> ClassFunctions.of(type)).getMessage();
    }
}
