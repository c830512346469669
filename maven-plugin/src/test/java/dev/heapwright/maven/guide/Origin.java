package dev.heapwright.maven.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a snippet comes from, and thus what tests it. The comment in the line before it says so:
 * {@code <!-- from: src/it/guide/pom.xml -->}.
 */
sealed interface Origin {
    Pattern COMMENT = Pattern.compile("<!-- ([a-z ]+)(?:: (.+))? -->");

    /** {@return what is wrong with the snippet, if anything} */
    Optional<String> objection(Snippet snippet) throws IOException;

    /** The comment does not name a valid origin. */
    record Unknown() implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) {
            return Optional.of(
                    "before it there is no comment with from:, typed by:, added by:, run by:, compared by:, not run: or a drawing");
        }
    }

    /** Its lines are in a file of a test, or of a shipped allocator, which the contract's tests run. */
    record From(String file) implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) throws IOException {
            return snippet.isIn(TestFiles.of(file).lines())
                    ? Optional.empty()
                    : Optional.of("is not in " + file + ":\n" + String.join("\n", snippet.lines()));
        }
    }

    /** A test reads the page, and types it into a file or adds it to one. */
    record TypedBy(String file) implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) throws IOException {
            String test = file.replaceFirst("^(src/it/[^/]+)/.*", "$1");
            return new ComparedBy(test + "/prebuild.groovy").objection(snippet);
        }
    }

    /** Each of its lines is a command that a test runs. */
    record RunBy(String test) implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) throws IOException {
            TestFiles files = TestFiles.of(test);
            return snippet.lines().stream()
                    .filter(command -> !files.run(command))
                    .findFirst()
                    .map(command -> "is not run by " + test + ": " + command);
        }
    }

    /** A test reads the page, and compares it with the actual output. */
    record ComparedBy(String test) implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) throws IOException {
            String name = String.valueOf(snippet.page().file().getFileName());
            return TestFiles.of(test).lines().stream().anyMatch(line -> line.contains(name))
                    ? Optional.empty()
                    : Optional.of(test + " does not read " + name);
        }
    }

    /** A command that takes too long, or changes too much, for a test. {@link SnippetsTest} lists them. */
    record NotRun(String reason) implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) {
            return Optional.empty();
        }
    }

    /** Neither code nor a command. */
    record Drawing() implements Origin {
        @Override
        public Optional<String> objection(Snippet snippet) {
            return snippet.lines().stream().anyMatch(line -> line.contains("+---"))
                    ? Optional.empty()
                    : Optional.of("is no drawing");
        }
    }

    /** {@return what the comment before a snippet says} */
    static Origin of(Snippet snippet) {
        Matcher comment = COMMENT.matcher(snippet.before());
        if (!comment.matches()) {
            return new Unknown();
        }
        String what = Optional.ofNullable(comment.group(2)).orElse("");
        return switch (comment.group(1)) {
            case "from" -> new From(what);
            case "typed by", "added by" -> new TypedBy(what);
            case "run by" -> new RunBy(what);
            case "compared by" -> new ComparedBy(what);
            case "not run" -> new NotRun(what);
            case "a drawing" -> new Drawing();
            default -> new Unknown();
        };
    }

    /**
     * The files of a test that say what it runs.
     *
     * @param lines all of their lines
     */
    record TestFiles(List<String> lines) {
        private static final List<String> SCRIPTS =
                List.of("invoker.properties", "test.properties", "prebuild.groovy", "verify.groovy");

        /** {@return the file, or those that say what an integration test runs} */
        static TestFiles of(String path) throws IOException {
            Path root = Page.ROOT.toAbsolutePath().normalize();
            Path file = root.resolve(path).normalize();
            String name = root.relativize(file).toString().replace('\\', '/');
            if (!name.matches("(?:src/it|sample-projects|\\.ci)/.+|.+/src/test/.+|allocators/.+/src/main/.+")) {
                throw new IllegalArgumentException(path + " is neither a test's nor a shipped allocator's");
            }
            if (!Files.isDirectory(file)) {
                return new TestFiles(Files.readAllLines(file));
            }
            StringBuilder text = new StringBuilder();
            for (String script : SCRIPTS) {
                if (Files.exists(file.resolve(script))) {
                    text.append(Files.readString(file.resolve(script))).append('\n');
                }
            }
            if (text.indexOf("invoker.goals") < 0) {
                // The goals that the invoker runs by default.
                text.append("mvn verify\n");
            }
            return new TestFiles(text.toString().lines().toList());
        }

        /**
         * {@return whether a command occurs on a line of its own, as the goals of a build, or as a string in a script}
         */
        boolean run(String command) {
            return lines.stream()
                    .map(line -> line.strip()
                            .replace("mvn --batch-mode ", "mvn ")
                            .replaceFirst("^invoker\\.goals(?:\\.\\d+)? *= *", "mvn "))
                    .anyMatch(line -> line.equals(command)
                            || line.contains("'" + command + "'")
                            || line.contains('"' + command + '"'));
        }
    }
}
