package dev.heapwright.gradle;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import java.io.IOException;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;
import org.gradle.api.tasks.options.Option;

/** Prints the page that explains a diagnostic, or lists the diagnostics. */
public abstract class HeapwrightExplain extends HeapwrightTask {
    /** {@return the diagnostic's id; all are listed if it is not set} */
    @Input
    @Optional
    @Option(option = "id", description = "the diagnostic, such as TwoAllocators")
    public abstract Property<String> getId();

    @Override
    void execute() throws DiagnosticException, IOException {
        getLogger().quiet(getId().isPresent() ? DiagnosticPage.named(getId().get()) : DiagnosticPage.list());
    }
}
