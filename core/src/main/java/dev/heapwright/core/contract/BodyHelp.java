package dev.heapwright.core.contract;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** What has to change in a function's body, when its declaration changes to that of the contract. */
final class BodyHelp {
    private BodyHelp() {}

    /** {@return lines of help, none if the declaration says nothing about the body} */
    static List<String> of(FunctionMatch match) {
        List<String> help = new ArrayList<>();
        FunctionShape method = match.method();
        if (isSegment(method.returnType())) {
            help.add("return the block's address: segment.address() instead of the segment");
        }
        for (FunctionShape.Parameter parameter : method.parameters()) {
            if (isSegment(parameter.type())) {
                help.add("the block is passed as its address: get its segment with MemorySegment.ofAddress(%s)"
                        .formatted(parameter.name()));
            }
        }
        List<String> checked = method.exceptions().stream()
                .filter(FunctionShape.Thrown::checked)
                .map(FunctionShape.Thrown::type)
                .toList();
        // Only source with a body can be told what to write there.
        if (!checked.isEmpty() && (method.modifiers() & (Modifier.NATIVE | Modifier.ABSTRACT)) == 0) {
            help.add("handle the exception in the body: try { ... } catch (%s e) { %s }"
                    .formatted(String.join(" | ", checked), handling(match)));
        }
        return help;
    }

    /** The type of Java 22 and later, or one of its previews. */
    private static boolean isSegment(String type) {
        return type.substring(type.lastIndexOf('.') + 1).equals("MemorySegment");
    }

    /** Failure is the result 0 where the contract has one; a function that cannot fail has a defect. */
    private static String handling(FunctionMatch match) {
        List<FunctionShape.Parameter> parameters = match.corrected().parameters();
        return switch (match.function().name()) {
            case "deallocate" -> "throw new AssertionError(e);";
            case "reallocateInplace" ->
                "return usableSize(%s, %s);"
                        .formatted(parameters.get(1).name(), parameters.get(3).name());
            case "usableSize" -> "return %s;".formatted(parameters.get(0).name());
            default -> "return 0;";
        };
    }
}
