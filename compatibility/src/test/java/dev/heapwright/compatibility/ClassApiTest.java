package dev.heapwright.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

public class ClassApiTest {
    static final String NAME = ClassApiTest.class.getName() + "$";

    static class Hidden {
        public void inherited() {}
    }

    public static class Open extends Hidden {
        public static final int CONSTANT = 1;

        protected Open() throws IOException {}

        protected <T extends Comparable<T>> T largest(List<? extends T> list) throws UncheckedIOException {
            return list.get(0);
        }

        void ofThePackage() {}

        private static final class Secret {}
    }

    public static final class Closed {
        private Closed() {}

        @SuppressWarnings("ProtectedMembersInFinalClass") // That is the case.
        protected void forNobody() {}
    }

    public sealed interface Shape permits Circle, Square {}

    public record Circle(long radius) implements Shape {}

    public record Square(long side) implements Shape {}

    public @interface Marked {
        int required();

        int optional() default 1;
    }

    @Test
    void publicAndProtectedMembersAreListedWithThoseOfHiddenSuperclasses() {
        assertEquals(
                List.of(
                        "public static class " + NAME + "Open",
                        "protected <T extends java.lang.Comparable<T>> T " + NAME
                                + "Open.largest(java.util.List<? extends T>) throws java.io.UncheckedIOException",
                        "protected " + NAME + "Open() throws java.io.IOException",
                        "public static final int " + NAME + "Open.CONSTANT",
                        "public void " + NAME + "Open.inherited()"),
                ClassApi.lines(Open.class));
    }

    @Test
    void whatNobodyCanSeeIsNotListed() {
        assertEquals(List.of("public static final class " + NAME + "Closed"), ClassApi.lines(Closed.class));
        assertEquals(List.of(), ClassApi.lines(Hidden.class));
        assertEquals(List.of(), ClassApi.lines(Open.Secret.class));
    }

    @Test
    void aSealedTypeIsListedWithWhatASwitchNames() {
        assertEquals(
                List.of("public abstract static sealed interface " + NAME + "Shape permits " + NAME + "Circle, " + NAME
                        + "Square"),
                ClassApi.lines(Shape.class));
    }

    @Test
    void anElementOfAnAnnotationMayHaveADefault() {
        assertEquals(
                List.of(
                        "public abstract static @interface " + NAME
                                + "Marked implements java.lang.annotation.Annotation",
                        "public abstract int " + NAME + "Marked.optional() default",
                        "public abstract int " + NAME + "Marked.required()"),
                ClassApi.lines(Marked.class));
    }
}
