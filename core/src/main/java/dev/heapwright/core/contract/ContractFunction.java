package dev.heapwright.core.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One function of the contract. Its parameters are all of type {@code long}.
 *
 * @param name the function's name
 * @param returnType {@code long} or {@code void}
 * @param parameters the parameters' names, in order
 * @param required whether an allocator must have it; if not, it is used when present
 */
public record ContractFunction(String name, String returnType, List<String> parameters, boolean required) {

    /** Copies the list. */
    public ContractFunction {
        parameters = List.copyOf(parameters);
    }

    /**
     * {@return the declaration as it stands in source, without a body: {@code public static long allocate(long size,
     * long align)}}
     */
    public String declaration() {
        return "public static " + signature();
    }

    /**
     * {@return the declaration with a body to begin with, to be pasted; it throws, so that it is not forgotten: {@code public
     * static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }}}
     */
    public String stubbedDeclaration() {
        return declaration() + " " + stub();
    }

    /** {@return a body to begin with, which throws} */
    String stub() {
        return "{ throw new UnsupportedOperationException(\"" + name + "\"); }";
    }

    /**
     * {@return the declaration with a body that calls the function of another class, to be pasted: {@code public static
     * long usableSize(long size, long align) { return com.acme.Base.usableSize(size, align); }}}
     *
     * @param other name of the class
     */
    public String forwardingDeclaration(String other) {
        return "%s { %s%s.%s(%s); }"
                .formatted(
                        declaration(),
                        returnType.equals("void") ? "" : "return ",
                        other,
                        name,
                        String.join(", ", parameters));
    }

    /**
     * {@return the declaration without modifiers: {@code long allocate(long size, long align)}}
     */
    public String signature() {
        return parameters.stream()
                .map(parameter -> "long " + parameter)
                .collect(Collectors.joining(", ", returnType + " " + name + "(", ")"));
    }

    /**
     * {@return the descriptor in a class file (JVMS 4.3.3): {@code (JJ)J}}
     */
    public String descriptor() {
        return "(" + "J".repeat(parameters.size()) + ")" + (returnType.equals("void") ? "V" : "J");
    }
}
