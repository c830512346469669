package dev.heapwright.testkit.block;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocator breaks its contract. The message says what is wrong, in which call, what was expected and what found:
 *
 * <pre>
 * a block is not aligned
 *     call:     allocate(100, 32)
 *     expected: a multiple of 32
 *     found:    0x7f30c4000b10, a multiple of 16
 * </pre>
 *
 * <p>There is no stack trace: it would be that of the test kit, which is of no use to the allocator's author. Where the
 * allocator threw something, that is the cause, with its own.
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
     * @param headline what is wrong, in words that are the same whatever the sizes and addresses
     */
    public static Defect of(String headline) {
        return new Defect(headline, headline, null);
    }

    /**
     * {@return a defect that shows in a call}
     *
     * @param headline what is wrong, in words that are the same whatever the sizes and addresses
     * @param call in which it shows
     * @param expected what the contract promises
     * @param found what there is instead
     */
    public static Defect of(String headline, Object call, String expected, String found) {
        return of(headline)
                .with("call:", call.toString())
                .with("expected:", expected)
                .with("found:", found);
    }

    /** {@return what is wrong, without details: by it, two failures can be told to be the same} */
    public String headline() {
        return headline;
    }

    /**
     * {@return this defect with one detail more}
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
     * {@return this defect with what the allocator threw}
     *
     * @param cause that
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

    /** {@inheritDoc} It is left out. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
