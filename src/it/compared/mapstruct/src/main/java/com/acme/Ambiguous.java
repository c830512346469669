package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Ambiguous {
    @Mapping(target = "align", source = "thread")
    Block block(Range range);

    default long fast(Thread thread) {
        return 1;
    }

    default long small(Thread thread) {
        return 2;
    }
}
