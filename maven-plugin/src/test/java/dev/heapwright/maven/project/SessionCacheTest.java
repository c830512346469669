package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.aether.DefaultSessionData;
import org.junit.jupiter.api.Test;

class SessionCacheTest {
    private final DefaultSessionData session = new DefaultSessionData();

    @Test
    void anObjectIsCachedInTheSession() {
        StringBuilder first = new SessionCache(session).get(StringBuilder.class, StringBuilder::new);
        assertSame(first, new SessionCache(session).get(StringBuilder.class, StringBuilder::new));
        assertNotSame(first, new SessionCache(new DefaultSessionData()).get(StringBuilder.class, StringBuilder::new));
    }

    @Test
    void somethingDoneIsRecordedOnceInASession() {
        assertFalse(new SessionCache(session).isMarked("folder"));
        assertTrue(new SessionCache(session).mark("folder"));
        assertFalse(new SessionCache(session).mark("folder"));
        assertTrue(new SessionCache(session).isMarked("folder"));
        assertTrue(new SessionCache(new DefaultSessionData()).mark("folder"));
    }
}
