package org.dunlin.connectors.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is asked before another.
 *
 * @param found the id of what is there already, or nothing; absent where only {@code gives} counts
 * @param gives what else the answer tells: {@code {lookup.NAME}}
 */
public record Lookup(
    RequestTemplate request, @Nullable Selector found, Map<String, Selector> gives) {
  public Lookup {
    gives = Map.copyOf(gives);
  }
}
