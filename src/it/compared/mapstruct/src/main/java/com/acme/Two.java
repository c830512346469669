package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Two {
    @Mapping(target = "align", source = "size")
    @Mapping(target = "align", constant = "8")
    Block block(Range range);
}
