package com.example.jdkindex;

import java.util.OptionalLong;

/** Thrown if the index does not return what was put into it. */
final class WrongEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongEntryException(String name, long size, OptionalLong found) {
        super(name + " has " + size + " bytes, the index has "
                + (found.isPresent() ? found.getAsLong() + " for it" : "no such name"));
    }
}
