package dev.heapwright.linker.audit;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.Setting;
import java.util.Locale;

/** The output formats of an audit. */
public enum AuditFormat {
    /** For people. */
    TEXT {
        @Override
        public String render(ModuleAudit audit) {
            return AuditText.render(audit);
        }
    },
    /** For programs. */
    JSON {
        @Override
        public String render(ModuleAudit audit) {
            return AuditJson.render(audit);
        }
    };

    /**
     * {@return the output, each line ended by {@code \n}}
     *
     * @param audit what to render
     */
    public abstract String render(ModuleAudit audit);

    /**
     * {@return the format of that name}
     *
     * @param name as {@link #toString} gives it
     * @throws DiagnosticException if there is none
     */
    public static AuditFormat named(String name) throws DiagnosticException {
        return Setting.named("outputType", "output type", name, values());
    }

    /** {@return the name that users write: {@code text}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
