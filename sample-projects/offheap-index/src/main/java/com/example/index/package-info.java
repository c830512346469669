/** {@link com.example.index.OffHeapIndex}, a hash index in native memory. */
package com.example.index;
