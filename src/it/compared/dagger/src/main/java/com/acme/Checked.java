package com.acme;

import dagger.Module;
import dagger.Provides;

@Module
class Checked {
    @Provides
    static Pool pool() throws java.io.IOException {
        return new Pool() {};
    }
}
