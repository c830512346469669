package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Defect;

/**
 * The result of a sequence.
 *
 * @param defect of the allocator
 * @param again whether the sequence fails again on its own; if so, the defect includes the shortest such sequence; if
 *     not, the failure depends on what happened before
 */
public record Found(Defect defect, boolean again) {}
