package dev.heapwright.core.contract;

import java.util.List;

/** One thing that the contract says about an allocator's declaration. */
interface ContractRule {

    /**
     * {@return what is wrong with a class in this regard}
     *
     * @param type declared as a class, and not as an interface or the like
     */
    List<Violation> check(ClassShape type);
}
