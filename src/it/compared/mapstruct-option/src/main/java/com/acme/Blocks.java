package com.acme;

import org.mapstruct.Mapper;

@Mapper
interface Blocks {
    Block block(Range range);
}
