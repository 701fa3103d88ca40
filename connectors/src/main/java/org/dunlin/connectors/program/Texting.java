package org.dunlin.connectors.program;

import org.jspecify.annotations.Nullable;

/**
 * What only a gateway for texts has.
 *
 * @param undeliverable of the answer to a text: why its number takes none, or nothing
 * @param probe asked to try the connection; it changes nothing and sends nothing
 */
public record Texting(
    @Nullable Selector undeliverable, @Nullable Report report, @Nullable RequestTemplate probe) {
  /**
   * What became of a text that was taken.
   *
   * @param request asks for it, by {@code {sent.id}}
   * @param delivered gives something once the phone has it
   * @param failed why it never will, once that is known
   */
  public record Report(RequestTemplate request, Selector delivered, Selector failed) {}
}
