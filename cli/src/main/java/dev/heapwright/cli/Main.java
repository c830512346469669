package dev.heapwright.cli;

import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.InternalErrors;
import dev.heapwright.linker.audit.ModuleAudit;
import dev.heapwright.linker.bind.Binder;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.check.ModuleCheck;
import dev.heapwright.linker.diagnostics.DiagnosticPage;
import dev.heapwright.linker.packaged.FinalJar;
import dev.heapwright.linker.tree.LinkedModule;
import dev.heapwright.linker.tree.LinkedModuleReader;
import dev.heapwright.linker.tree.OutputType;
import dev.heapwright.linker.tree.TreeLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * Binds, verifies and shows modules that are built without Maven: by Gradle, Bazel, sbt, Ant or a script. The exit status is
 * 0, {@link #REFUSED}, {@link CommandLine.ExitCode#USAGE} or {@link #INTERNAL_ERROR}.
 */
@Command(
        name = "heapwright",
        mixinStandardHelpOptions = true,
        description = "Binds a program to one native-memory allocator, and verifies it in the packaged artifact.")
public final class Main {
    /** A problem was reported that the user has to fix. */
    static final int REFUSED = 1;

    /** Heapwright itself has failed: EX_SOFTWARE of sysexits.h. */
    static final int INTERNAL_ERROR = 70;

    /** Each process is one build. */
    private final BuildCache cache = BuildCache.inMemory();

    private final ConsoleLog log;

    private Main(ConsoleLog log) {
        this.log = log;
    }

    /**
     * Runs a command and ends the JVM.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Charset charset = Charset.defaultCharset();
        System.exit(
                run(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), arguments));
    }

    /** {@return the exit status of a command} */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main(new ConsoleLog(out, err)));
        line.getCommandSpec().version(ModuleOptions.VERSION);
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Coordinates.class, Main::coordinates)
                .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, err))
                .execute(arguments);
    }

    private static Coordinates coordinates(String text) {
        return Coordinates.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not of the form group:name:version"));
    }

    private static int failed(Exception exception, PrintWriter err) {
        if (exception instanceof DiagnosticException refused) {
            refused.diagnostics().forEach(each -> err.println(DiagnosticRenderer.render(each, ConsoleLog.STYLE)));
            return REFUSED;
        } else if (exception instanceof IOException) {
            err.println("a file cannot be read or written: " + exception);
            return REFUSED;
        }
        err.println(DiagnosticRenderer.render(
                InternalErrors.internalError("command line", exception)
                        .withHelp("please report it with these lines and the command"),
                ConsoleLog.STYLE));
        return INTERNAL_ERROR;
    }

    @Command(description = "Binds a module: generates its glue, which is then compiled and packaged.")
    void bind(
            @Mixin ModuleOptions options,
            @Option(names = "--checked", description = "make the glue check how the program uses its blocks")
                    boolean checked,
            @Option(names = "--observed", description = "make the glue record what the program allocates")
                    boolean observed,
            @Option(names = "--limit", description = "how many bytes may be live, such as 512m; implies --observed")
                    @Nullable
                    String limit)
            throws DiagnosticException, IOException {
        GlueOptions glue = GlueOptions.of(checked, observed, limit);
        ResolvedClasspath classpath = options.checkedClasspath(cache);
        new Binder(options.module(classpath), classpath, options.linker(), glue, cache, log).bind();
    }

    @Command(description = "Verifies a module that is compiled and packaged.")
    void check(
            @Mixin ModuleOptions options,
            @Option(names = "--jar", description = "the final jars; the first one is the module's own") @Nullable
                    List<Path> jars)
            throws DiagnosticException, IOException {
        ResolvedClasspath classpath = options.checkedClasspath(cache);
        List<FinalJar> handedOver = FinalJar.of(jars == null ? List.of() : jars);
        new ModuleCheck(options.module(classpath), classpath, options.linker(), handedOver, cache, log).run();
    }

    @Command(description = "Shows who needs an allocator, who provides one, and what is linked and why.")
    void tree(
            @Mixin ModuleOptions options,
            @Option(names = "--output-type", defaultValue = "text", description = "text, dot or json")
                    OutputType outputType)
            throws DiagnosticException, IOException {
        ResolvedClasspath classpath = options.classpath();
        log.info(outputType.render(
                new LinkedModuleReader(options.module(classpath), classpath, options.linker(), cache).read(List.of()),
                TreeLines.ofConsole(System.getProperties()),
                true));
    }

    @Command(description = "Shows where native memory is taken, and who governs it.")
    void audit(@Mixin ModuleOptions options, @Mixin AuditOptions auditing) throws DiagnosticException, IOException {
        ResolvedClasspath classpath = options.classpath();
        BuildModule module = options.module(classpath);
        LinkedModule linked = new LinkedModuleReader(module, classpath, options.linker(), cache).read(List.of());
        auditing.output().write(ModuleAudit.read(linked, module.classes(), classpath, auditing.process(), cache), log);
    }

    @Command(description = "Prints the page that explains a diagnostic, or lists the diagnostics.")
    void explain(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "such as TwoAllocators") @Nullable String id)
            throws DiagnosticException, IOException {
        log.info(id == null ? DiagnosticPage.list() : DiagnosticPage.named(id));
    }
}
