package com.acme;

import lombok.Value;

/** Lombok generates its constructor and getters. */
@Value
public class Range {
    long start;
    long end;
}
