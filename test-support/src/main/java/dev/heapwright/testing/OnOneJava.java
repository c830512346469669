package dev.heapwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests of JUnit that take long and find on one Java what they find on each, such as what a browser shows of a
 * file. They run on the JDK that builds, and are left out when the same tests run again on another Java; with {@code
 * -Dthorough}, they run on both.
 */
@Tag("one-java")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnOneJava {}
