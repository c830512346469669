package dev.heapwright.nettydefault;

import dev.heapwright.netty.NettyDefault;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes the heap Netty's default when Spring Boot creates it, which is when the application is created: {@code
 * META-INF/spring.factories} names it. If that cannot be done, the application does not start, and says why.
 */
public final class InstallingListener implements ApplicationListener<ApplicationEvent> {
    /**
     * Called by Spring.
     *
     * @throws IllegalStateException if the heap cannot be made Netty's default
     */
    public InstallingListener() {
        NettyDefault.install();
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        // It is done already: later, Netty might be in use.
    }
}
