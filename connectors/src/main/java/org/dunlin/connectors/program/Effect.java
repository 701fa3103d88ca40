package org.dunlin.connectors.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hub writes into a program.
 *
 * @param name payment, note, payment_link or status
 * @param lookup asked before each try of a LOOKUP; absent with KEYED
 * @param confirms the id of what was made, in the answer
 */
public record Effect(
    String name,
    Capability capability,
    Kind kind,
    @Nullable Lookup lookup,
    RequestTemplate request,
    @Nullable Selector confirms) {
  /** What keeps it from being written twice. */
  public enum Kind {
    /** The program honours a key that is sent along. */
    KEYED,
    /** The program is asked first whether it is there already. */
    LOOKUP
  }

  /**
   * Asks whether it is there already.
   *
   * @param found its id, or nothing; {@code $effect} is there
   * @param gives more that the answer tells: {@code {lookup.NAME}}
   */
  public record Lookup(RequestTemplate request, Selector found, Map<String, Selector> gives) {
    public Lookup {
      gives = Map.copyOf(gives);
    }
  }
}
