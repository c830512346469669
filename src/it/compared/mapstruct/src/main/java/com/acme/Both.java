package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Both {
    @Mapping(target = "align", source = "size", expression = "java(8)")
    Block block(Range range);
}
