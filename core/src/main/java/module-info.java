/** What is decided about allocators, as pure functions: the contract, markers, class files, ELF files, and what is linked. */
module dev.heapwright.core {
    requires transitive dev.heapwright.diagnostic;
    requires java.compiler;
    requires static transitive org.jspecify;
    requires org.objectweb.asm;
    requires org.objectweb.asm.commons;

    exports dev.heapwright.core.bytecode;
    exports dev.heapwright.core.contract;
    exports dev.heapwright.core.elf;
    exports dev.heapwright.core.link;
    exports dev.heapwright.core.marker;
    exports dev.heapwright.core.name;
    exports dev.heapwright.core.process;
    exports dev.heapwright.core.reach;
}
