package com.acme;

import dagger.Module;
import dagger.Provides;

@Module
class Returns {
    @Provides
    static void pool() {}
}
