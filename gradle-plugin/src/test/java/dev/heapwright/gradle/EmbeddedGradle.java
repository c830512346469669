package dev.heapwright.gradle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.gradle.api.internal.StartParameterInternal;
import org.gradle.api.logging.configuration.ConsoleOutput;
import org.gradle.initialization.DefaultBuildCancellationToken;
import org.gradle.initialization.DefaultBuildRequestContext;
import org.gradle.initialization.DefaultBuildRequestMetaData;
import org.gradle.initialization.NoOpBuildEventConsumer;
import org.gradle.internal.buildoption.Option;
import org.gradle.internal.buildprocess.BuildProcessState;
import org.gradle.internal.classpath.ClassPath;
import org.gradle.internal.classpath.DefaultClassPath;
import org.gradle.internal.instrumentation.agent.AgentStatus;
import org.gradle.internal.logging.LoggingManagerInternal;
import org.gradle.internal.logging.services.LoggingServiceRegistry;
import org.gradle.internal.nativeintegration.services.NativeServices;
import org.gradle.internal.service.ServiceRegistry;
import org.gradle.internal.watch.registry.WatchMode;
import org.gradle.launcher.exec.BuildExecutor;
import org.gradle.launcher.exec.DefaultBuildActionParameters;
import org.gradle.tooling.internal.provider.action.ExecuteBuildAction;
import org.gradle.util.GradleVersion;

/**
 * Builds with the Gradle whose API the plugin is compiled against, in a JVM of its own: the jar of the API holds nearly all of
 * a distribution. What it does not are the jars that a distribution consists of. Gradle looks for them by their names, to find
 * out which depends on which; so there is a stand-in for each, with that list and nothing else. The incremental compiler and
 * what runs tests are missing: javac has to be a process of its own, and no task of type Test can be run.
 *
 * @param home for what Gradle keeps
 * @param process what a daemon has for its life
 * @param plugin the class path of what builds find without a repository
 */
record EmbeddedGradle(Path home, BuildProcessState process, ClassPath plugin) {
    /** The newest Java that this Gradle runs build scripts on. */
    static final int NEWEST_JAVA = 23;

    /** Stands between builds. */
    static final String THEN = "--then";

    private static final String LIST = "-classpath.properties";

    /** Further jars that Gradle looks for. */
    private static final List<String> OTHERS = List.of(
            "asm", "commons-lang", "guava", "javax.inject", "jul-to-slf4j", "kryo", "native-platform", "slf4j-api");

    /**
     * Builds a project, as often as wanted.
     *
     * @param arguments a folder for what Gradle keeps, which has the script {@code init.gradle}; the class path of the plugin;
     *     the project's folder; then names of tasks, {@code -Pname=value} and {@code --configuration-cache}, and the same again
     *     after {@link #THEN}
     * @throws IOException if a stand-in cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        NativeServices.initializeOnDaemon(home.toFile(), NativeServices.NativeServicesMode.ENABLED);
        ServiceRegistry services = LoggingServiceRegistry.newCommandLineProcessLogging();
        LoggingManagerInternal logging =
                services.getFactory(LoggingManagerInternal.class).create();
        logging.start();
        BuildProcessState process = new BuildProcessState(
                true,
                AgentStatus.disabled(),
                DefaultClassPath.of(standIns(Files.createDirectories(home.resolve("stand-ins")))),
                services,
                NativeServices.getInstance());
        EmbeddedGradle gradle = new EmbeddedGradle(
                home,
                process,
                DefaultClassPath.of(Arrays.stream(arguments[1].split(File.pathSeparator, -1))
                        .map(File::new)
                        .toList()));
        int failed = 0;
        for (String build : String.join("\n", List.of(arguments).subList(3, arguments.length))
                .split("\n" + THEN + "\n", -1)) {
            failed += gradle.build(new File(arguments[2]), List.of(build.split("\n", -1))) ? 0 : 1;
        }
        logging.flush();
        // Threads of Gradle are left, as in a daemon.
        Runtime.getRuntime().halt(failed);
    }

    private boolean build(File project, List<String> arguments) {
        StartParameterInternal parameters = new StartParameterInternal();
        Map<String, String> properties = new HashMap<>();
        List<String> tasks = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--configuration-cache")) {
                parameters.setConfigurationCache(Option.Value.value(true));
            } else if (argument.startsWith("-P")) {
                int end = argument.indexOf('=');
                properties.put(argument.substring(2, end), argument.substring(end + 1));
            } else {
                tasks.add(argument);
            }
        }
        parameters.setTaskNames(tasks);
        parameters.setProjectProperties(properties);
        parameters.setGradleUserHomeDir(home.toFile());
        parameters.setCurrentDir(project);
        parameters.setInitScripts(List.of(home.resolve("init.gradle").toFile()));
        parameters.setOffline(true);
        parameters.setWatchFileSystemMode(WatchMode.DISABLED);
        parameters.setConsoleOutput(ConsoleOutput.Plain);
        return !process.getServices()
                .get(BuildExecutor.class)
                .execute(
                        new ExecuteBuildAction(parameters),
                        new DefaultBuildActionParameters(
                                System.getProperties(),
                                System.getenv(),
                                project,
                                parameters.getLogLevel(),
                                false,
                                plugin),
                        new DefaultBuildRequestContext(
                                new DefaultBuildRequestMetaData(System.currentTimeMillis()),
                                new DefaultBuildCancellationToken(),
                                new NoOpBuildEventConsumer()))
                .hasFailure();
    }

    private static List<File> standIns(Path folder) throws IOException {
        List<File> jars = new ArrayList<>();
        try (JarFile gradle = new JarFile(Path.of(GradleVersion.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toFile())) {
            for (JarEntry list : Collections.list(gradle.entries())) {
                if (list.getName().endsWith(LIST)) {
                    Properties content = new Properties();
                    content.load(gradle.getInputStream(list));
                    // Stand-ins depend on one another only: what else a distribution has is in the one jar, too.
                    content.setProperty("runtime", "");
                    String name = list.getName().replace(LIST, "");
                    jars.add(standIn(
                            folder, name + "-" + GradleVersion.current().getVersion(), list.getName(), content));
                }
            }
        }
        for (String other : OTHERS) {
            jars.add(standIn(folder, other + "-1", "stand-in.properties", new Properties()));
        }
        return jars;
    }

    private static File standIn(Path folder, String name, String entry, Properties content) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            content.store(out, null);
        }
        return jar.toFile();
    }
}
