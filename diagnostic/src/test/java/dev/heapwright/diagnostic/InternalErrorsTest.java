package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InternalErrorsTest {
    @Test
    void anInternalErrorIsReportedWithItsFramesInHeapwright() {
        IllegalStateException fault = new IllegalStateException("no such marker");
        fault.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("dev.heapwright.core.link.Linker", "decide", "Linker.java", 42),
            new StackTraceElement("java.util.ArrayList", "forEach", "ArrayList.java", 1596),
            new StackTraceElement("dev.heapwrighter.Other", "run", "Other.java", 1),
            new StackTraceElement("dev.heapwright.maven.BindMojo", "run", "BindMojo.java", 77),
            new StackTraceElement("org.apache.maven.cli.MavenCli", "main", "MavenCli.java", 192),
        });
        assertEquals("""
                [Heapwright/InternalError] internal error in Heapwright's Maven plugin, not in your code
                    java.lang.IllegalStateException: no such marker
                    at dev.heapwright.core.link.Linker.decide(Linker.java:42)
                    at dev.heapwright.maven.BindMojo.run(BindMojo.java:77)
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InternalError""", DiagnosticRenderer.render(InternalErrors.internalError("Maven plugin", fault)));
    }

    @Test
    void aMessageOfSeveralLinesStaysSeveralLines() {
        Error fault = new AssertionError("first\nsecond");
        fault.setStackTrace(new StackTraceElement[0]);
        assertEquals("""
                [Heapwright/InternalError] internal error in Heapwright's annotation processor, not in your code
                    java.lang.AssertionError: first
                    second
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InternalError""", DiagnosticRenderer.render(InternalErrors.internalError("annotation processor", fault)));
    }
}
