package dev.heapwright.gradle;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.InternalErrors;
import java.io.IOException;
import java.util.stream.Collectors;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.tasks.TaskAction;
import org.gradle.work.DisableCachingByDefault;

/** The common part of all tasks: how a problem is reported. */
@DisableCachingByDefault(because = "running it takes no longer than a cache lookup")
public abstract class HeapwrightTask extends DefaultTask {
    /**
     * Does the task's work.
     *
     * @throws GradleException if there are problems that the user has to fix, with the diagnostics as its message, or if a file
     *     cannot be read or written
     */
    @TaskAction
    public final void run() {
        try {
            execute();
        } catch (DiagnosticException e) {
            // Without a cause: the diagnostics are complete.
            throw new GradleException(e.diagnostics().stream()
                    .map(each -> DiagnosticRenderer.render(each, TaskLog.STYLE))
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new GradleException("a file cannot be read or written: " + e, e);
        } catch (RuntimeException e) {
            throw new GradleException(
                    DiagnosticRenderer.render(
                            InternalErrors.internalError("Gradle plugin", e)
                                    .withHelp("please report it with this output and the build script"),
                            TaskLog.STYLE),
                    e);
        }
    }

    abstract void execute() throws DiagnosticException, IOException;
}
