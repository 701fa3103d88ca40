package org.dunlin.connectors.program.hook;

import java.util.List;
import org.dunlin.connectors.program.pull.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * One notice of a call. It is a hint that something has changed, never the change itself.
 *
 * @param eventId by which a notice that came before is known; absent where the program gives none
 * @param wanted what is fetched because of it; empty where it is of no matter to the hub
 */
public record Notice(@Nullable String eventId, List<Wanted> wanted) {
  public Notice {
    wanted = List.copyOf(wanted);
  }
}
