package com.acme;

import org.mapstruct.Mapper;

/** Its implementation is MapStruct's. */
@Mapper
public interface RangeMapper {
    Range copy(Range range);
}
