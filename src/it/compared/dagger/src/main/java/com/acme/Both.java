package com.acme;

import dagger.Component;
import dagger.Module;

@Module
@Component(modules = Both.class)
interface Both {
    Missing missing();
}
