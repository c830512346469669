package com.acme;

import dagger.Component;
import javax.inject.Inject;

@Component
interface Cycle {
    Journal journal();

    class Journal {
        @Inject
        Journal(Index index) {}
    }

    class Index {
        @Inject
        Index(Journal journal) {}
    }
}
