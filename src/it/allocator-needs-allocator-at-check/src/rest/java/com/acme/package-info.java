@NeedsAllocator
package com.acme;

import dev.heapwright.annotations.NeedsAllocator;
