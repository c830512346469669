package com.acme;

import org.mapstruct.Mapper;

@Mapper
interface NoInput {
    Block block();
}
