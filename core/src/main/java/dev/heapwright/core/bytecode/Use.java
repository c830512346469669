package dev.heapwright.core.bytecode;

/** What the code of a method does to other members and classes, as far as that can run their code. */
public sealed interface Use {

    /**
     * A call of exactly one method: a constructor, a private method or one of a superclass.
     *
     * @param method as the instruction names it; a superclass may declare it
     */
    record Call(Member method) implements Use {}

    /**
     * A call of a static method.
     *
     * @param method as the instruction names it; a superclass may declare it
     */
    record StaticCall(Member method) implements Use {}

    /**
     * A call of a method that subclasses may override.
     *
     * @param method as the instruction names it; a superclass may declare it
     */
    record OverridableCall(Member method) implements Use {}

    /**
     * A read or a write of a field.
     *
     * @param field as the instruction names it; a superclass may declare it
     * @param isStatic whether its class is initialised first
     */
    record FieldAccess(Member field, boolean isStatic) implements Use {}

    /**
     * The creation of an instance, without the call of its constructor.
     *
     * @param type binary name of its class
     */
    record Instance(String type) implements Use {}

    /**
     * The creation of an object whose only method is elsewhere: a lambda, or a method reference.
     *
     * @param type binary name of the functional interface
     * @param body what its method does
     */
    record Lambda(String type, Use body) implements Use {}

    /**
     * The class as an object: the JDK may initialise it, as {@code EnumSet.noneOf} does.
     *
     * @param type binary name of the class
     */
    record Literal(String type) implements Use {}

    /**
     * {@code ServiceLoader} asks for all providers of a service.
     *
     * @param type binary name of the service
     */
    record Service(String type) implements Use {}

    /**
     * Reflection looks up the members of a name.
     *
     * @param type binary name of the class in which, or in superclasses of which, they are
     * @param name of the members
     */
    record Named(String type, String name) implements Use {}

    /**
     * Reflection may use everything in a class.
     *
     * @param type binary name of the class, if there is one of that name
     */
    record Everything(String type) implements Use {}

    /**
     * Reflection, and by which names is not known.
     *
     * @param method that is called, such as {@code Class.forName}
     */
    record Unknown(String method) implements Use {}
}
