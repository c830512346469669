package dev.heapwright.nettydefault;

import io.netty.buffer.ByteBufAllocator;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Creates the listeners of an application, and prints what Netty's default is then. */
final class SpringProgram {
    private SpringProgram() {}

    public static void main(String[] arguments) {
        SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class);
        System.out.println(ByteBufAllocator.DEFAULT.getClass().getSimpleName());
    }
}
