package com.acme;

import com.google.auto.value.AutoValue;

/** AutoValue generates its subclass, in a later round. */
@AutoValue
abstract class Page {
    abstract Range range();

    static Page create(Range range) {
        return new AutoValue_Page(range);
    }
}
