package com.acme;

import dagger.Component;

@Component
class Concrete {}
