package com.acme;

/** Needs no allocator any more. */
final class Index {
    private Index() {}
}
