package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface Misspelled {
    @Mapping(target = "algin", source = "size")
    Block block(Range range);
}
