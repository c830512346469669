package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Type {
    @Mapping(target = "align", source = "thread")
    Block block(Range range);
}
