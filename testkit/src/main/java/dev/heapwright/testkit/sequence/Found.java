package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Defect;

/**
 * What a sequence found.
 *
 * @param defect of the allocator
 * @param again whether the sequence fails again on its own; if so, the defect tells the shortest that does, and if not,
 *     it takes what came before
 */
public record Found(Defect defect, boolean again) {}
