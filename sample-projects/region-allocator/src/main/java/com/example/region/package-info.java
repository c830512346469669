/**
 * An allocator for programs that handle requests. They open a {@link com.example.region.Region} for each one, and a
 * program that links {@link com.example.region.RegionAllocator} gets that request's blocks from it.
 */
package com.example.region;
