package com.acme;

import dagger.Component;

@Component
interface Missing {
    Pool pool();
}
