package com.acme;

interface Pool {}
