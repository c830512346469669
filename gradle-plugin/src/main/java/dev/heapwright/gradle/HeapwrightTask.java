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

/** What all tasks have in common: how a problem is told. */
@DisableCachingByDefault(because = "it takes no longer than a look into a cache")
public abstract class HeapwrightTask extends DefaultTask {
    /**
     * Does the task's work.
     *
     * @throws GradleException if the user has something to mend, with the diagnostics as its message, or if the disk does not
     *     do as it should
     */
    @TaskAction
    public final void run() {
        try {
            execute();
        } catch (DiagnosticException e) {
            // Without a cause: the diagnostics say all there is to say.
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
