package com.acme.io;

import dev.heapwright.annotations.NeedsAllocator;

@NeedsAllocator
public final class Io {
    private Io() {}
}
