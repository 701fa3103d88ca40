package org.dunlin.work.rollout;

import java.util.List;
import org.dunlin.store.company.RollOutTicks.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A point as it stands.
 *
 * @param done whether it is seen to
 * @param found what was found: the values of its sentence, in their order
 * @param tick who says so, where a person does
 */
public record CheckedPoint(Point point, boolean done, List<Object> found, @Nullable Tick tick) {
  public CheckedPoint {
    found = List.copyOf(found);
  }

  /** Whether the step waits for it. */
  public boolean holds() {
    return !done && point.blocks();
  }
}
