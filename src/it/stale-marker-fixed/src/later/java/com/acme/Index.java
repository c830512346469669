package com.acme;

/** No longer needs an allocator. */
final class Index {
    private Index() {}
}
