package dev.heapwright.netty;

import dev.heapwright.heap.Heap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Makes the heap Netty's default, {@link ByteBufAllocator#DEFAULT}, which all channels use that are not told otherwise, and so all
 * frameworks and libraries on Netty that have no setting for an allocator.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     NettyDefault.install();
 *     SpringApplication.run(Application.class, arguments);
 * }
 * }</pre>
 *
 * <p><b>How it works.</b> Netty's class {@code ByteBufUtil} chooses the default when it is initialised, among allocators that it knows by
 * name; its {@code unpooled} is in a static field. Before that class is loaded, it is defined from its own class file, in which the reference to
 * that field refers to {@link HeapByteBufAllocator#DEFAULT}, and is initialised with {@code unpooled} as the choice. So
 * whatever version of Netty is there runs its own code; nothing is copied, and no field that is final is changed. Where any of
 * this is not as expected, there is an error, and never another allocator without a word.
 */
public final class NettyDefault {
    private static final String CHOICE = "io.netty.allocator.type";
    private static final String CHOSEN = "unpooled";
    private static final String FIELD = "DEFAULT";
    private static final String FROM = "io/netty/buffer/UnpooledByteBufAllocator";
    private static final String TO = "dev/heapwright/netty/HeapByteBufAllocator";

    private NettyDefault() {}

    /**
     * Makes the heap Netty's default, if it is not that already. It must be called before Netty is used, on the class path.
     *
     * @throws dev.heapwright.heap.BindingError if the build has bound no allocator, or several
     * @throws IllegalStateException if Netty was used before, is another one than expected, or is a named module
     */
    public static synchronized void install() {
        // Fails if nothing is bound: better here than at the first buffer.
        Heap.binding();
        if (ByteBufAllocator.class.getModule().isNamed()) {
            throw refused("Netty is a named module, which cannot use other modules' classes", null);
        }
        @Nullable LinkageError late = define();
        String before = System.getProperty(CHOICE);
        System.setProperty(CHOICE, CHOSEN);
        ByteBufAllocator chosen;
        try {
            chosen = ByteBufAllocator.DEFAULT;
        } finally {
            if (before == null) {
                System.clearProperty(CHOICE);
            } else {
                System.setProperty(CHOICE, before);
            }
        }
        if (!(chosen instanceof HeapByteBufAllocator)) {
            throw refused(
                    late == null
                            ? "this version of Netty chooses its default in another way: it is " + chosen
                            : "Netty was used before: install it as the first thing in main",
                    late);
        }
    }

    /** Defines the edited class, or returns why it cannot be: it is defined already. */
    private static @Nullable LinkageError define() {
        try (InputStream original = ByteBufAllocator.class.getResourceAsStream("ByteBufUtil.class")) {
            if (original == null) {
                throw refused("Netty has no class ByteBufUtil", null);
            }
            byte[] edited = AllocatorRedirection.of(original, FROM, TO, FIELD);
            // Any class of the package that does not use ByteBufUtil.
            MethodHandles.privateLookupIn(ByteBufAllocatorMetric.class, MethodHandles.lookup())
                    .defineClass(edited);
            return null;
        } catch (IOException | IllegalArgumentException | IllegalAccessException e) {
            throw refused("this version of Netty is not as expected", e);
        } catch (LinkageError e) {
            return e;
        }
    }

    private static IllegalStateException refused(String reason, @Nullable Throwable cause) {
        return new IllegalStateException("the heap cannot be made Netty's default allocator: " + reason, cause);
    }
}
