package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.name.JavaNames;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.glue.Glue;
import java.util.List;
import java.util.Optional;

/**
 * Warns about a Java agent with a binding of the heap under its original name. The JVM adds an agent to the class path of
 * the application: if that is bound as well, there is one heap with two bindings.
 *
 * @see java.lang.instrument
 * @param dialect how help is written
 */
public record AgentHeap(Dialect dialect) {
    private static final String HEAPWRIGHT = "dev.heapwright";

    /**
     * How an agent is added to another program. An agent that the program's own jar names with Launcher-Agent-Class is
     * part of that program.
     */
    private static final List<String> AGENTS = List.of("Premain-Class", "Agent-Class");

    /**
     * {@return a warning for each agent whose heap has its original name}
     *
     * @param jars the contents of the jars of a module
     */
    public List<Diagnostic> warnings(List<PackagedJar> jars) {
        return jars.stream()
                .filter(jar -> jar.roots().get(0).registered(Glue.SERVICE_FILE).isPresent())
                .flatMap(jar -> agentClass(jar).map(agent -> warning(jar, agent)).stream())
                .toList();
    }

    private Diagnostic warning(PackagedJar jar, String agent) {
        Diagnostic warning = Diagnostic.warning(
                        DiagnosticId.BOUND_TWICE,
                        jar.jar().name() + " is an agent: an application with a heap would find two bindings of that")
                .at(new Location.File(jar.jar().file().toString()))
                .withDetail("required: a heap that was relocated to a package of the agent's")
                .withDetail("found:    " + Glue.SERVICE_FILE);
        return dialect.at(Dialect.Subject.MERGED_JAR, warning)
                .withHelp("have the plugin that builds the jar merge the heap into it, and relocate that;")
                .withHelp(dialect.relocation(HEAPWRIGHT, packageOf(agent) + ".heapwright"));
    }

    private static Optional<String> agentClass(PackagedJar jar) {
        return AGENTS.stream().flatMap(entry -> jar.attribute(entry).stream()).findFirst();
    }

    /** {@return the package of a class as a manifest names it, or one for agents if that has none} */
    private static String packageOf(String agent) {
        int end = agent.lastIndexOf('.');
        return end > 0 && JavaNames.isQualifiedName(agent) ? agent.substring(0, end) : "agent";
    }
}
