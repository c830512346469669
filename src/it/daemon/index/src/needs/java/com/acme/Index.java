package com.acme;

import dev.heapwright.annotations.NeedsAllocator;

@NeedsAllocator
final class Index {
    private Index() {}
}
