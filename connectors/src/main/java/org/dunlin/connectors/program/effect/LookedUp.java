package org.dunlin.connectors.program.effect;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program answered to the question whether an effect is there already.
 *
 * @param id of what is there; absent where it has still to be written
 * @param gives what else the answer told, for the request
 */
public record LookedUp(@Nullable String id, Map<String, String> gives) {
  /** Nothing was asked. */
  public static final LookedUp NOTHING = new LookedUp(null, Map.of());

  public LookedUp {
    gives = Map.copyOf(gives);
  }

  /** The id of what is there already. */
  public Optional<String> found() {
    return Optional.ofNullable(id);
  }
}
