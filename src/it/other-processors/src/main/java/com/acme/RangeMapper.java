package com.acme;

import org.mapstruct.Mapper;

/** MapStruct generates its implementation. */
@Mapper
public interface RangeMapper {
    Range copy(Range range);
}
