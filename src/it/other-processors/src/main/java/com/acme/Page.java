package com.acme;

import com.google.auto.value.AutoValue;

/** Its subclass is AutoValue's, in a later round. */
@AutoValue
abstract class Page {
    abstract Range range();

    static Page create(Range range) {
        return new AutoValue_Page(range);
    }
}
