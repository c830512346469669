package dev.heapwright.heap.observed;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Registers the bean of the heap with the platform's server, which keeps it until it is unregistered. */
final class PlatformBean {
    private PlatformBean() {}

    static boolean register(ObservedBinding heap) {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new HeapMonitor(heap), name());
            return true;
        } catch (JMException taken) {
            return false;
        }
    }

    static void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name());
        } catch (JMException absent) {
            // Nothing was registered.
        }
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("dev.heapwright:type=Heap");
    }
}
