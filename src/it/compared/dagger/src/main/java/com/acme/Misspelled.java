package com.acme;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import javax.inject.Named;

@Component(modules = Misspelled.Pools.class)
interface Misspelled {
    @Named("fsat")
    Pool pool();

    @Module
    class Pools {
        @Provides
        @Named("fast")
        static Pool fast() {
            return new Pool() {};
        }
    }
}
