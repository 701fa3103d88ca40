package org.dunlin.connectors.program.effect;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells of a text that it took.
 *
 * @param why of one that failed, as the gateway says it
 */
public record Reported(State state, @Nullable String why) {
  /** The phone has it. */
  public static final Reported DELIVERED = new Reported(State.DELIVERED, null);

  /** Nothing is known yet. */
  public static final Reported UNDER_WAY = new Reported(State.UNDER_WAY, null);

  /** How far it has come. */
  public enum State {
    UNDER_WAY,
    DELIVERED,
    FAILED
  }
}
