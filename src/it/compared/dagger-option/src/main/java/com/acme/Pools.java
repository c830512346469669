package com.acme;

import dagger.Module;
import dagger.Provides;

@Module
class Pools {
    @Provides
    static Pool pool() {
        return new Pool() {};
    }
}
