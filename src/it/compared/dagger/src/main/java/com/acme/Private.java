package com.acme;

import dagger.Module;
import dagger.Provides;

@Module
class Private {
    @Provides
    private static Pool pool() {
        return new Pool() {};
    }
}
