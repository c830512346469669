package dev.heapwright.compatibility;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What code outside of a class's package can see of it: a line for its declaration, and one for each member. Lines do not depend
 * on where in the source something is.
 */
final class ClassApi {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private ClassApi() {}

    /** {@return the lines of a class, none if it cannot be seen} */
    static List<String> lines(Class<?> type) {
        if (!isVisible(type)) {
            return List.of();
        }
        List<String> members = new ArrayList<>();
        for (Class<?> declares : declaring(type)) {
            Stream.of(declares.getDeclaredFields(), declares.getDeclaredMethods())
                    .flatMap(Arrays::stream)
                    .filter(member -> isVisible(member, type))
                    .map(member -> line(member, declares, type))
                    .forEach(members::add);
        }
        Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> isVisible(constructor, type))
                .map(Constructor::toGenericString)
                .forEach(members::add);
        return Stream.concat(
                        Stream.of(declaration(type)), members.stream().sorted().distinct())
                .toList();
    }

    private static boolean isVisible(Class<?> type) {
        if (type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass()) {
            return false;
        }
        Class<?> outer = type.getDeclaringClass();
        return outer == null
                ? Modifier.isPublic(type.getModifiers())
                : isVisible(outer) && isVisible(type.getModifiers(), outer);
    }

    private static boolean isVisible(Member member, Class<?> seenThrough) {
        return !member.isSynthetic()
                && !OF_EVERY_OBJECT.contains(member.getName())
                && isVisible(member.getModifiers(), seenThrough);
    }

    /** Protected members of classes that cannot have subclasses elsewhere are seen by nobody. */
    private static boolean isVisible(int modifiers, Class<?> owner) {
        boolean closed = Modifier.isFinal(owner.getModifiers()) || owner.isSealed();
        return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && !closed);
    }

    /** {@return the class, and those of its superclasses that can be seen through it only} */
    private static List<Class<?>> declaring(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>(List.of(type));
        for (Class<?> next = type.getSuperclass(); next != null && !isVisible(next); next = next.getSuperclass()) {
            classes.add(next);
        }
        return classes;
    }

    private static String declaration(Class<?> type) {
        return type.toGenericString()
                + names(" extends ", superclass(type))
                + names(" implements ", Stream.of(type.getGenericInterfaces()))
                // Whoever switches over a sealed type names all of them.
                + names(" permits ", permitted(type));
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).filter(ClassApi::isVisible) : Stream.empty();
    }

    /** {@return the nearest one that can be seen, none if that is what all classes have} */
    private static Stream<Type> superclass(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        if (superclass == null || superclass == Object.class) {
            return Stream.empty();
        }
        return isVisible(superclass) ? Stream.of(type.getGenericSuperclass()) : superclass(superclass);
    }

    private static String names(String before, Stream<? extends Type> types) {
        String names = types.map(Type::getTypeName).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : before + names;
    }

    private static String line(Member member, Class<?> declares, Class<?> seenThrough) {
        return generic(member)
                .replace(
                        declares.getTypeName() + "." + member.getName(),
                        seenThrough.getTypeName() + "." + member.getName());
    }

    private static String generic(Member member) {
        if (member instanceof Field field) {
            return field.toGenericString();
        }
        Method method = (Method) member;
        return method.toGenericString() + (method.getDefaultValue() == null ? "" : " default");
    }
}
