package com.acme;

import lombok.Value;

/** Its constructor and getters are Lombok's. */
@Value
public class Range {
    long start;
    long end;
}
