package dev.heapwright.benchmarks.build;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Measures how much of the heap of another running JVM is live. */
final class LiveHeap implements AutoCloseable {
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private LiveHeap(JMXConnector connector) throws IOException {
        this.connector = connector;
        memory = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    /**
     * {@return the heap of a JVM that has started}
     *
     * @param process the JVM, or the script that started it
     */
    static LiveHeap of(Process process) throws IOException {
        ProcessHandle jvm = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IOException("no JVM runs"));
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
            try {
                return new LiveHeap(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** {@return the live memory after a full garbage collection, in MB; empty if the JVM has ended in the meantime} */
    OptionalDouble look() {
        try {
            memory.gc();
            return OptionalDouble.of(memory.getHeapMemoryUsage().getUsed() / 1e6);
        } catch (UndeclaredThrowableException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            return OptionalDouble.empty();
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            // The JVM has ended, and so has the connection.
        }
    }
}
