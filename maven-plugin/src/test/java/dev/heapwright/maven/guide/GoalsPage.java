package dev.heapwright.maven.guide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reference of goals and parameters, as it follows from the sources. */
final class GoalsPage {
    private static final String INTRODUCTION = """
            # Goals and parameters

            Each goal of the Maven plugin, and each parameter that it has. In a project whose POM has the plugin, a goal is called as
            `mvn heapwright:tree`; anywhere else, as `mvn dev.heapwright:heapwright-maven-plugin:explain`. A parameter is set in the
            `<configuration>` of the plugin, or by its property on the command line, such as `-Dheapwright.kind=library`. This page is
            generated from the Javadoc of the plugin; [the guide](applications.md) shows how they are used.

            """;

    private GoalsPage() {}

    /** {@return the page} */
    static String of(List<GoalDescriptor> goals) {
        Set<GoalDescriptor.Parameter> common = common(goals);
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| goal | phase | purpose |\n|---|---|---|\n");
        for (GoalDescriptor goal : goals) {
            page.append("| [`%s`](#%s) | %s | %s |\n"
                    .formatted(
                            goal.name(),
                            goal.name(),
                            goal.phase().isEmpty() ? "" : "`" + goal.phase() + "`",
                            Markdown.summary(goal.description())));
        }
        page.append(
                "\nThe phase is the one in which an execution runs that names no other; goals without one are called on the"
                        + " command\nline. Those that work on a module have [parameters in common](#common-parameters).\n");
        for (GoalDescriptor goal : goals) {
            page.append("\n## ").append(goal.name()).append("\n\n");
            page.append(Markdown.of(goal.description(), "")).append("\n\n");
            List<GoalDescriptor.Parameter> own = goal.parameters().stream()
                    .filter(parameter -> !goal.inProject() || !common.contains(parameter))
                    .toList();
            own.forEach(parameter -> page.append(item(parameter)));
            page.append(own.isEmpty() ? "" : "\n")
                    .append(
                            goal.inProject()
                                    ? (own.isEmpty() ? "Parameters: " : "And ")
                                            + "[those of all goals](#common-parameters).\n"
                                    : "Works without a project.\n");
        }
        page.append("\n## Common parameters\n\nThose of all goals that work on a module:\n\n");
        common.forEach(parameter -> page.append(item(parameter)));
        return page.toString();
    }

    private static Set<GoalDescriptor.Parameter> common(List<GoalDescriptor> goals) {
        Set<GoalDescriptor.Parameter> common = new LinkedHashSet<>();
        goals.stream()
                .filter(GoalDescriptor::inProject)
                .findFirst()
                .ifPresent(goal -> common.addAll(goal.parameters()));
        goals.stream().filter(GoalDescriptor::inProject).forEach(goal -> common.retainAll(goal.parameters()));
        return common;
    }

    private static String item(GoalDescriptor.Parameter parameter) {
        String type = switch (parameter.type()) {
            case "boolean" -> "`true` or `false`";
            case "int" -> "a number";
            case "java.io.File" -> "a path";
            case "java.lang.String" -> "text";
            default -> throw new IllegalArgumentException(parameter.toString());
        };
        String byDefault = parameter.defaultValue().isEmpty() ? "" : ", by default `" + parameter.defaultValue() + "`";
        return "- **`%s`**: %s%s; `-D%s`\n\n  %s\n"
                .formatted(
                        parameter.name(),
                        type,
                        byDefault,
                        parameter.property(),
                        Markdown.of(parameter.description(), "  "));
    }
}
