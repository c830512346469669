package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Cycle {
    @Mapping(target = "align", source = "size", dependsOn = "size")
    @Mapping(target = "size", dependsOn = "align")
    Block block(Range range);
}
