@NeedsAllocator
package com.acme.lines;

import dev.heapwright.annotations.NeedsAllocator;
