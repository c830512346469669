package dev.heapwright.linker.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import org.junit.jupiter.api.Test;

class OutputTypeTest {
    @Test
    void eachTypeHasANameThatUsersWrite() throws Exception {
        assertEquals(OutputType.TEXT, OutputType.named("text"));
        assertEquals(OutputType.DOT, OutputType.named(" dot\n"));
        assertEquals(OutputType.JSON, OutputType.named("json"));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertEquals(
                """
                [Heapwright/InvalidConfiguration] unknown output type 'graphml'
                  help: set outputType to one of text, dot, json
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""",
                assertThrows(DiagnosticException.class, () -> OutputType.named("graphml"))
                        .getMessage());
    }
}
