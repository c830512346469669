package com.acme.words;

import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts the bundle in an OSGi container. */
final class Container {
    private Container() {}

    public static void main(String[] args) throws Exception {
        Framework container = ServiceLoader.load(FrameworkFactory.class)
                .iterator()
                .next()
                .newFramework(Map.of("org.osgi.framework.storage", args[1]));
        container.start();
        Bundle bundle = container.getBundleContext().installBundle("file:" + args[0]);
        bundle.start();
        System.out.println(bundle.loadClass("com.acme.words.Words").getMethod("binding").invoke(null));
        container.stop();
        container.waitForStop(0);
    }
}
