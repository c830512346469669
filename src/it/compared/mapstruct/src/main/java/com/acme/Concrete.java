package com.acme;

import org.mapstruct.Mapper;

@Mapper
final class Concrete {}
