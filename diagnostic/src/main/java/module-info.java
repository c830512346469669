/** Problems as values, and their only renderer. */
module dev.heapwright.diagnostic {
    requires static org.jspecify;

    exports dev.heapwright.diagnostic;
}
