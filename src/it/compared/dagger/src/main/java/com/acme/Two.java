package com.acme;

import dagger.Component;
import dagger.Module;
import dagger.Provides;

@Component(modules = Two.Pools.class)
interface Two {
    Pool pool();

    @Module
    class Pools {
        @Provides
        static Pool fast() {
            return new Pool() {};
        }

        @Provides
        static Pool small() {
            return new Pool() {};
        }
    }
}
