/** The annotations of Heapwright. */
module dev.heapwright.annotations {
    requires static org.jspecify;

    exports dev.heapwright.annotations;
}
