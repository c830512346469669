package com.acme;

import java.nio.ByteBuffer;

final class Chunks {
    private Chunks() {}

    static ByteBuffer grow(int size) {
        return ByteBuffer.allocateDirect(size);
    }
}
