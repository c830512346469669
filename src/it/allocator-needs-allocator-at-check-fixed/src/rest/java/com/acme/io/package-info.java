@NeedsAllocator
package com.acme.io;

import dev.heapwright.annotations.NeedsAllocator;
