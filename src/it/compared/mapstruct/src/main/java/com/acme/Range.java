package com.acme;

public class Range {
    public long getSize() {
        return 1;
    }

    public Thread getThread() {
        return Thread.currentThread();
    }
}
