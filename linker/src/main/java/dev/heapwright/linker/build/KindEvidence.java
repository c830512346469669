package dev.heapwright.linker.build;

import dev.heapwright.core.link.Kind;

/**
 * Evidence in a module for a kind.
 *
 * @param kind what the module produces, judging by this alone
 * @param reason what was found and where, for the log: {@code its packaging is war}
 */
public record KindEvidence(Kind kind, String reason) {}
