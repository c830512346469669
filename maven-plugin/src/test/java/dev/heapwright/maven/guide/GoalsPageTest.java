package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference of goals and parameters is what the sources say. */
class GoalsPageTest {
    private static final Path PAGE = Page.ROOT.resolve("docs/goals.md");

    @Test
    void thePageIsWhatTheSourcesSay() throws Exception {
        String generated = GoalsPage.of(GoalDescriptor.all());
        if ("refresh".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, generated);
        }
        assertEquals(
                generated,
                Files.readString(PAGE),
                "to write it again: mvn test -pl maven-plugin -am -Dtest=GoalsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=refresh");
    }

    @Test
    void aParameterOfAllGoalsThatWorkOnAModuleIsDescribedOnce() {
        GoalDescriptor.Parameter skip =
                new GoalDescriptor.Parameter("skip", "boolean", "heapwright.skip", "false", "Whether to do nothing.");
        GoalDescriptor.Parameter file =
                new GoalDescriptor.Parameter("file", "java.io.File", "heapwright.file", "", "A file.");
        String page = GoalsPage.of(List.of(
                new GoalDescriptor("bind", "generate-sources", true, "Binds. And more.", List.of(skip)),
                new GoalDescriptor("explain", "", false, "Explains.", List.of()),
                new GoalDescriptor("tree", "", true, "Shows.", List.of(file, skip))));
        assertEquals("""
                | goal | phase | purpose |
                |---|---|---|
                | [`bind`](#bind) | `generate-sources` | Binds. |
                | [`explain`](#explain) |  | Explains. |
                | [`tree`](#tree) |  | Shows. |

                The phase is the one in which an execution runs that names no other; goals without one are called on the command
                line. Those that work on a module have [parameters in common](#common-parameters).

                ## bind

                Binds. And more.

                Parameters: [those of all goals](#common-parameters).

                ## explain

                Explains.

                Works without a project.

                ## tree

                Shows.

                - **`file`**: a path; `-Dheapwright.file`

                  A file.

                And [those of all goals](#common-parameters).

                ## Common parameters

                Those of all goals that work on a module:

                - **`skip`**: `true` or `false`, by default `false`; `-Dheapwright.skip`

                  Whether to do nothing.
                """, page.substring(page.indexOf("| goal")));
    }

    @Test
    void javadocIsTurnedIntoMarkdown() {
        String html =
                "What it\nis: <code>a.b</code> &lt;or&gt; not. If it is both:\n<ul>\n<li><code>one</code>, a\n first</li>\n"
                        + "<li>two</li>\n</ul>\n<p>The end.</p>";
        assertEquals("What it is: `a.b` <or> not.", Markdown.summary(html));
        assertEquals("""
                What it is: `a.b` <or> not. If it is both:

                  - `one`, a first
                  - two

                  The end.""", Markdown.of(html, "  "));
    }
}
