package dev.heapwright.testkit.block;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an allocator violates its contract. The message says what is wrong, in which call, what was expected and
 * what was found:
 *
 * <pre>
 * a block is not aligned
 *     call:     allocate(100, 32)
 *     expected: a multiple of 32
 *     found:    0x7f30c4000b10, a multiple of 16
 * </pre>
 *
 * <p>There is no stack trace: it would be that of the test kit, which is of no use to the allocator's author. If the
 * allocator threw an exception, it is the cause, with its own stack trace.
 */
public final class Defect extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String headline;

    private Defect(String headline, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.headline = headline;
    }

    /**
     * {@return a defect without details}
     *
     * @param headline what is wrong, in words that do not depend on sizes and addresses
     */
    public static Defect of(String headline) {
        return new Defect(headline, headline, null);
    }

    /**
     * {@return a defect found in a call}
     *
     * @param headline what is wrong, in words that do not depend on sizes and addresses
     * @param call in which it was found
     * @param expected what the contract guarantees
     * @param found what was found instead
     */
    public static Defect of(String headline, Object call, String expected, String found) {
        return of(headline)
                .with("call:", call.toString())
                .with("expected:", expected)
                .with("found:", found);
    }

    /** {@return what is wrong, without details: two failures are the same if these are equal} */
    public String headline() {
        return headline;
    }

    /**
     * {@return this defect with one more detail}
     *
     * @param label what the detail is, with a colon
     * @param lines of it
     */
    public Defect with(String label, String... lines) {
        List<String> message = new ArrayList<>(List.of(getMessage()));
        String margin = "    %-9s ".formatted(label);
        for (String line : lines) {
            message.add(margin + line);
            margin = " ".repeat(margin.length());
        }
        return new Defect(headline, String.join("\n", message), getCause());
    }

    /**
     * {@return this defect with an exception of the allocator as its cause}
     *
     * @param cause the exception
     */
    Defect causedBy(Throwable cause) {
        return new Defect(headline, getMessage(), cause);
    }

    /**
     * {@return this defect as that of an allocator}
     *
     * @param allocator its name, to stand before the headline
     */
    public Defect named(String allocator) {
        return new Defect(headline, allocator + ": " + getMessage(), getCause());
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** {@inheritDoc} It is omitted. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
