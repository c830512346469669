package dev.heapwright.maven;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.maven.project.plugin.PomElement;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Knows where the parameters of a goal have their values from.
 *
 * @param module being built
 * @param configuration of the goal, as Maven has put it together from the POMs
 * @param commandLine the properties from the command line
 */
record ParameterSources(MavenProject module, @Nullable Xpp3Dom configuration, Properties commandLine) {

    /** Reads the value of a parameter. */
    @FunctionalInterface
    interface Reading<T> {
        /** {@return the value} */
        T read() throws DiagnosticException;
    }

    /**
     * {@return the value of a parameter; if it is invalid, the exception says where it is configured}
     *
     * @param <T> the type of the value
     * @param name of the parameter
     * @param reading reads it
     * @throws DiagnosticException if it is invalid
     */
    <T> T read(String name, Reading<T> reading) throws DiagnosticException {
        try {
            return reading.read();
        } catch (DiagnosticException e) {
            throw new DiagnosticException(e.diagnostics().stream()
                    .map(problem -> problem.id() == DiagnosticId.INVALID_CONFIGURATION ? mark(problem, name) : problem)
                    .toList());
        }
    }

    /**
     * {@return a problem that speaks of a parameter, at the place where that is configured: a POM has precedence over the
     * command line, and that over a property in a POM}
     *
     * @param problem with the value
     * @param name of the parameter
     */
    Diagnostic mark(Diagnostic problem, String name) {
        return element(name)
                .map(each -> each.mark(problem, module))
                .orElseGet(() -> markProperty(problem, MisspelledProperties.PREFIX + name));
    }

    /**
     * {@return a problem that speaks of a property, at the place where that is set}
     *
     * @param problem with the property
     * @param name of the property
     */
    Diagnostic markProperty(Diagnostic problem, String name) {
        @Nullable String given = commandLine.getProperty(name);
        return given != null
                ? problem.withDetail("set by -D" + name + "=" + given)
                : property(name).map(each -> each.mark(problem, module)).orElse(problem);
    }

    private Optional<PomElement> element(String name) {
        @Nullable Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
        return child == null ? Optional.empty() : PomElement.of(child.getInputLocation(), name);
    }

    private Optional<PomElement> property(String name) {
        @Nullable InputLocation properties = module.getModel().getLocation("properties");
        return properties == null ? Optional.empty() : PomElement.of(properties.getLocation(name), name);
    }
}
