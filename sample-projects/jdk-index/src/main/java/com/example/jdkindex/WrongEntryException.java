package com.example.jdkindex;

import java.util.OptionalLong;

/** The index does not have what was put into it. */
final class WrongEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongEntryException(String name, long size, OptionalLong found) {
        super(name + " has " + size + " bytes, the index has "
                + (found.isPresent() ? found.getAsLong() + " for it" : "no such name"));
    }
}
