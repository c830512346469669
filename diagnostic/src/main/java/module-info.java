/** Problems as values, and the one place where they become text. */
module dev.heapwright.diagnostic {
    requires static org.jspecify;

    exports dev.heapwright.diagnostic;
}
