package com.acme.linked.m9.heapwright;

/** Has the name of a class of java.lang, and is in the package that the glue is generated in. */
public final class Override {
    private Override() {}
}
