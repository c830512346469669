package dev.heapwright.maven.project.kind;

import dev.heapwright.core.link.Kind;

/**
 * Something in a module that speaks for a kind.
 *
 * @param kind what the module produces, going by this sign alone
 * @param reason what was found and where, for the log: {@code its packaging is war}
 */
public record Sign(Kind kind, String reason) {}
